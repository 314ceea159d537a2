using NodaTime;

namespace ProjectFinance.Tests.Actus;

/// <summary>The arrays of an exotic linear amortiser (LAX): each entry begins on its anchor and ends where the next begins.</summary>
sealed class ActusArrays(ActusCase terms, bool atMonthEnds)
{
    /// <summary>What is drawn or repaid, by segment.</summary>
    public IEnumerable<(List<LocalDate> Dates, double Amount, bool Draws)> Principal(LocalDateTime end)
    {
        var amounts = terms.Array("arrayNextPrincipalRedemptionPayment");
        var directions = terms.Array("arrayIncreaseDecrease");
        return Segments("PrincipalRedemption", end).Select((dates, i) => (dates, Math.Abs(ActusCase.Parsed(amounts[i])), i < directions.Count && directions[i] == "INC"));
    }

    /// <summary>The rates or spreads set, by segment.</summary>
    public IEnumerable<(List<LocalDate> Dates, double Rate, bool IsFixed)> Resets(LocalDateTime end)
    {
        var rates = terms.Array("arrayRate");
        var kinds = terms.Array("arrayFixedVariable");
        return Segments("RateReset", end).Select((dates, i) => (dates, ActusCase.Parsed(rates[i]), i < kinds.Count && kinds[i] == "F"));
    }

    /// <summary>The dates on which interest falls due.</summary>
    public List<LocalDate> Interest(LocalDateTime end) => [.. Segments("InterestPayment", end).SelectMany(dates => dates)];

    /// <summary>Where no maturity is stated: the date on which the amounts have repaid the notional.</summary>
    public LocalDateTime? Maturity(double notional)
    {
        var far = new LocalDateTime(2200, 1, 1, 0, 0);
        foreach (var (date, amount) in Principal(far).SelectMany(s => s.Dates.Select(date => (Date: date, Amount: s.Draws ? -s.Amount : s.Amount))).OrderBy(step => step.Date))
        {
            notional -= amount;
            if (notional <= 0) return date.AtMidnight();
        }
        return null;
    }

    IEnumerable<List<LocalDate>> Segments(string of, LocalDateTime end)
    {
        var anchors = terms.Array($"arrayCycleAnchorDateOf{of}").Select(ActusCase.Stamp).ToList();
        var cycles = terms.Array($"arrayCycleOf{of}");
        for (int i = 0; i < anchors.Count; i++)
        {
            var until = i + 1 < anchors.Count && anchors[i + 1] < end ? anchors[i + 1] : end;
            yield return i < cycles.Count ? ActusSchedule.Before(until, anchors[i], cycles[i], atMonthEnds) : [anchors[i].Date];
        }
    }
}
