using ProjectFinance.Modelling;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>The rate of a <see cref="ScheduledLoan"/>: as agreed, then as each reset makes it.</summary>
sealed class ResetRateLines
{
    readonly ScheduledLoan terms;
    readonly ScheduledLoanDates dates;
    readonly Line?[] fixings;
    readonly Formula initial;

    internal ResetRateLines(Model model, ScheduledLoan terms, ScheduledLoanDates dates, Market market)
    {
        (this.terms, this.dates) = (terms, dates);
        var source = terms.Sources.GetValueOrDefault("interest", "");
        initial = model.Parameter($"{terms.Name} / Rate at first", terms.Interest.Rate.Fraction * Unit.None, source);
        fixings = [.. terms.Interest.Resets.Select((reset, i) => reset.Index is null ? null : Fixing(model, market, reset, i))];
        Rate = model.Declare($"{terms.Name} / Rate", Unit.None, LineKind.Level, source);
        Afterwards = model.Line($"{terms.Name} / Rate afterwards", Unit.None, t => Reset(t), LineKind.Level, "from the end of the column on");
        Rate.Is(t => Afterwards.Previous(t, initial));
    }

    /// <summary>The yearly rate on a column's days.</summary>
    internal Line Rate { get; }

    /// <summary>The yearly rate from a column's end on.</summary>
    internal Line Afterwards { get; }

    // The first date on which the model resets the rate is the one whose rate may be known already.
    Formula Reset(Period t)
    {
        int which = dates.ResetOn(t.End);
        if (which < 0 || t.End < terms.Drawn) return Rate[t];
        if (terms.Interest.FirstReset is { } stated && !AnyBefore(t)) return stated.Fraction;
        var reset = terms.Interest.Resets[which];
        var limits = reset.Limits ?? terms.Interest.Limits;
        var rate = fixings[which] is { } fixing
            ? RateFormula.Index(fixing[t], reset.Rounding, limits.IndexFloor, limits.IndexCap) * reset.Multiplier + reset.Spread.Fraction
            : reset.Spread.Fraction;
        if (limits.LeastChange is { } least) rate = Formula.Max(rate, Rate[t] + least.Fraction);
        if (limits.GreatestChange is { } greatest) rate = Formula.Min(rate, Rate[t] + greatest.Fraction);
        return RateFormula.Within(rate, limits.Floor, limits.Cap);
    }

    bool AnyBefore(Period t) => Rate.Model.Periods.Take(t.Index).Any(earlier => earlier.End >= terms.Drawn && dates.ResetOn(earlier.End) >= 0);

    Line Fixing(Model model, Market market, RateReset reset, int number)
    {
        var calendar = BusinessCalendar.Union(reset.FixingCalendars.AsSpan());
        var name = $"{terms.Name} / {reset.Index} fixing{(number == 0 ? "" : $" {number + 1}")}";
        return model.Input(name, Unit.None, t => Usual(market, reset.Index!, On(t)), market.Indices.GetValueOrDefault(reset.Index!)?.Source ?? "",
            when: t => dates.ResetOn(t.End) == number && t.End >= terms.Drawn && (terms.Interest.FirstReset is null || AnyBefore(t)), observes: t => Observation.On(reset.Index!, On(t)));

        NodaTime.LocalDate On(Period t) => reset.FixingDays == 0 ? t.End : calendar.AddBusinessDays(t.End, -reset.FixingDays);
    }

    double? Usual(Market market, string index, NodaTime.LocalDate date) => market.IndexOn(index, date) ?? throw IndexFixing.None(market, index, date, $"on which the rate of '{terms.Name}' is reset");
}
