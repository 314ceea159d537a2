using NodaTime;
using ProjectFinance.Deals.Json;
using ProjectFinance.Facilities;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of a conversion make sense, and whether it can happen when it is elected as far as the term sheet knows.</summary>
static class RedenominationValidation
{
    public static IEnumerable<Problem> Problems(TermLoan loan, Redenomination terms, Deal deal, string subject, string where)
    {
        var of = deal.Facilities.FirstOrDefault(other => other.Name == terms.Of);
        return
        [
            .. Converted(loan, terms, of, deal, subject, where),
            .. loan.Fees.IsEmpty ? [] : new Problem[] { new(subject, "it comes from a conversion and has fees", $"what may be drawn, and its fees, stay with the loan converted, '{terms.Of}'", where[..^".draws.redenomination".Length] + ".fees") },
            .. loan.Sweep is null ? [] : new Problem[] { new(subject, "it comes from a conversion and has a sweep", $"sweep to the loan converted, '{terms.Of}', or prepay by an amount", where[..^".draws.redenomination".Length] + ".sweep") },
            .. TermCheck.AtLeast(0, terms.FixingDays, "number of fixing days", subject, $"{where}.fixingDays"),
            .. TermCheck.NotEmpty(terms.FixingCalendars, "fixing calendar", subject, $"{where}.fixingCalendars"),
            .. TermCheck.Milestone(terms.AfterMilestone, deal, subject, $"{where}.afterMilestone"),
            .. terms.Part.Fraction is > 0 and <= 1 ? [] : new Problem[] { new(subject, $"the part {terms.Part} of the balance is converted", "it must be above 0% and at most 100%", $"{where}.part") },
            .. terms.Election is { } election ? Election(election, terms, deal, subject, "conversion", $"{where}.election") : [],
            .. terms.Back is { } back ? Election(back, terms, deal, subject, "conversion back", $"{where}.back") : [],
            .. Order(loan, terms, of, deal, subject, where),
        ];
    }

    /// <summary>Whether the market has the prices of a loan in metal, in the right unit.</summary>
    public static IEnumerable<Problem> Problems(TermLoan loan, Deal deal, Market market, string where)
    {
        if (loan.Draws is not Redenomination terms || deal.Facilities.FirstOrDefault(other => other.Name == terms.Of) is not { } of) yield break;
        var subject = $"Facility '{loan.Name}'";
        foreach (var (name, field) in new[] { (terms.Price, "price"), (terms.OtherwisePrice, "otherwisePrice") })
        {
            if (name is null) continue;
            if (!market.Prices.TryGetValue(name, out var series))
                yield return new(subject, $"it is counted in '{terms.Into}', and there is no price '{name}'", $"give the price in '{of.Currency / terms.Into}', in a market file or among the planning assumptions", $"{where}.{field}");
            else foreach (var problem in TermCheck.SameUnit(series.Unit, of.Currency / terms.Into, $"price of '{name}'", "money of the loan converted by metal", subject, $"{JsonPath.Field("prices", name)}.unit"))
                yield return problem;
        }
    }

    static IEnumerable<Problem> Converted(TermLoan loan, Redenomination terms, TermLoan? of, Deal deal, string subject, string where)
    {
        var commitment = where[..^".draws.redenomination".Length] + ".commitment";
        if (of is null)
        {
            foreach (var problem in TermCheck.Known(terms.Of, deal.Facilities.Where(other => other != loan).Select(other => other.Name), "facility", subject, $"{where}.of")) yield return problem;
            yield break;
        }
        if (of.Draws is Redenomination)
        {
            yield return new(subject, $"'{terms.Of}' comes from a conversion itself", "the loan converted must be one that is drawn", $"{where}.of");
            yield break;
        }
        if (terms.Into == of.Currency) yield return new(subject, $"it is counted in '{terms.Into}' like '{terms.Of}'", "a conversion is into another unit, such as 'oz'", $"{where}.into");
        var unit = loan.Commitment.Initial.Unit;
        if (unit != of.Currency && unit != terms.Into)
            yield return new(subject, $"the commitment is in '{unit}'", $"it must be in '{of.Currency}', restated at the conversion, or in '{terms.Into}'", commitment);
        else if (unit == terms.Into && terms.Limit != ConversionLimit.WholeFacility)
            yield return new(subject, $"the commitment is in '{unit}' and the limit is {NameOf(terms.Limit)}", $"a commitment in '{unit}' is the limit itself; state it in '{of.Currency}' for another", $"{where}.limit");
    }

    static string NameOf(ConversionLimit limit) => limit == ConversionLimit.PerConversion ? "'perConversion'" : "'markedToMarket'";

    static IEnumerable<Problem> Election(ConversionElection election, Redenomination terms, Deal deal, string subject, string what, string where)
    {
        if (election is { On: null, Milestone: null }) yield return new(subject, $"the {what} has neither a date nor a milestone", "give 'on', 'milestone' or both", where);
        foreach (var problem in TermCheck.Milestone(election.Milestone, deal, subject, $"{where}.milestone")) yield return problem;
        foreach (var problem in TermCheck.AtLeast(0, election.NoticeDays, "number of days of notice", subject, $"{where}.noticeDays")) yield return problem;
        if (election.Notice is { } given) foreach (var problem in TermCheck.InTimeline(deal, given, "notice date", subject, $"{where}.notice")) yield return problem;
        if (election.On is not { } on) yield break;
        var outside = TermCheck.InTimeline(deal, on, $"date of {what}", subject, $"{where}.on").ToList();
        foreach (var problem in outside) yield return problem;
        if (outside.Count > 0 || election.NoticeDays < 0 || terms.FixingCalendars.IsEmpty) yield break;
        var notice = election.Notice ?? deal.Closing;
        var end = ConversionElectionLines.NoticeEnd(election, notice, RedenominationLines.CalendarOf(terms));
        if (end > on)
            yield return new(subject, $"the {what} is elected for {on.Iso()}, and {election.NoticeDays} business days of notice from {notice.Iso()} end on {end.Iso()}", "it must be on or after that day", $"{where}.on");
    }

    // What is only known in a scenario, such as a milestone reached by test, is waited for.
    static IEnumerable<Problem> Order(TermLoan loan, Redenomination terms, TermLoan? of, Deal deal, string subject, string where)
    {
        if (terms.Election is { On: { } on, Milestone: null } && deal.Milestones.FirstOrDefault(m => m.Name == terms.AfterMilestone) is { Test: null } after && !(after.Expected <= on))
            yield return new(subject, $"the conversion is elected for {on.Iso()}, and the milestone '{after.Name}' is expected {(after.Expected is { } expected ? $"on {expected.Iso()}" : "never")}",
                "it must be on or after that day; name the milestone in the election to wait for it", $"{where}.election.on");
        if (terms.Election?.On is { } first && LastInstalment(loan) is { } maturity && first >= maturity)
            yield return new(subject, $"the conversion is elected for {first.Iso()}, on or after its final maturity {maturity.Iso()}", "it must be before it", $"{where}.election.on");
        if (terms.Back?.On is not { } back) yield break;
        if (terms.Election?.On is { } converted && back <= converted)
            yield return new(subject, $"the conversion back is elected for {back.Iso()}, and the conversion for {converted.Iso()}", "it must be after it", $"{where}.back.on");
        if (of is not null && LastInstalment(of) is { } last && back >= last)
            yield return new(subject, $"the conversion back is elected for {back.Iso()}, on or after the final maturity {last.Iso()} of '{of.Name}'", "it must be before it", $"{where}.back.on");
    }

    static LocalDate? LastInstalment(TermLoan loan) => LoanDateValidation.LastInstalment(loan.Repayment);
}
