using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints the headline: what the deal is, and what a lender asks first.</summary>
static class HeadlineText
{
    const int Column = 24;

    internal static IEnumerable<TextLine> Lines(LaidOutDeal deal, Run run)
    {
        var known = deal.AsOf is { } day ? $", as known on {day.Iso()}" : "";
        return
        [
            .. Prose.Wrap(deal.Deal.Name).Select(line => new TextLine(line, Emphasis.Heading)),
            .. Prose.Wrap($"Closing {deal.Deal.Closing.Iso()}, timeline to {deal.Deal.End.Iso()} in {run.Model.Periods.Count} columns. Rates and prices: {deal.Market.Name}{known}.").Select(line => new TextLine(line)),
            .. deal.Amendments.SelectMany(amendment => Prose.Wrap(Amended(amendment))).Select(line => new TextLine(line)),
            .. HistoryText.Lines(deal),
            new(""),
            .. Facts(deal, run).SelectMany(fact => Prose.Labelled(fact.Label, fact.Text, Column, fact.Emphasis)),
        ];
    }

    internal static string Amended(Amendment amendment) => $"Amended from {amendment.Effective.Iso()}: {amendment.Name}.";

    /// <summary>What a lender asks first, in the order of the page.</summary>
    internal static IEnumerable<HeadlineFact> Facts(LaidOutDeal deal, Run run)
    {
        var headline = Headline.Of(deal, run);
        return headline.Loans.SelectMany(loan => Loan(deal, run, loan))
            .Concat(Lowest(run, "DSCR", headline.LowestDscr))
            .Concat(Lowest(run, "LLCR", headline.LowestLlcr))
            .Concat(Lowest(run, "PLCR", headline.LowestPlcr))
            .Concat(headline.HighestGearing is { } gearing ? Fact("Highest gearing", $"{Figure.Share(gearing.Value)} on {gearing.On.Iso()}", origin: FigureOrigin.At(run, "Ratios / Gearing", gearing.On)) : [])
            .Concat(headline.ReserveTail is { } tail ? Fact("Reserve tail", $"{Figure.Share(tail)} of production comes after final maturity") : [])
            .Concat(headline.Distributions.SelectMany(d => Fact("Distributions", Distributions(d, headline.Distributions.Length > 1), origin: FigureOrigin.Whole(run.Model.Find($"{d.Account} / Distribution")))))
            .Concat(Breaches(headline, run))
            .Concat(headline.Waivers.SelectMany((waiver, i) => Fact(i == 0 ? "Waivers" : "", Waiver(waiver), waiver.Failed is null ? Emphasis.Plain : Emphasis.Warning)))
            .Concat(Defaults(headline, run))
            .Concat(Checks(headline, run));
    }

    static IEnumerable<HeadlineFact> Fact(string label, string text, Emphasis emphasis = Emphasis.Plain, FigureOrigin? origin = null) => [new(label, text, emphasis, origin)];

    static IEnumerable<HeadlineFact> Loan(LaidOutDeal deal, Run run, LoanHeadline loan)
    {
        var balance = deal.Loans.First(calendar => calendar.Loan == loan.Loan).Closing;
        var drawn = loan.DrawnBy is not { } by ? loan.Commitment.Value > 0 ? $"nothing drawn of {Figure.Sentence(loan.Commitment)}" : "nothing drawn"
            : loan.IsFullyDrawn ? $"{Figure.Sentence(loan.Commitment)}, fully drawn by {by.Iso()}"
            : $"{Figure.Sentence(loan.Drawn)} drawn by {by.Iso()}; {Figure.Sentence(loan.Undrawn)} of {Figure.Sentence(loan.Commitment)} never drawn";
        if (loan.DrawnBy is null) return Fact(loan.Loan, drawn);
        var facts = Fact(loan.Loan, drawn, origin: FigureOrigin.Whole(run.Model.Find($"{loan.Loan} / Draw")));
        return facts
            .Concat(Fact("", $"largest balance {Figure.Sentence(loan.Largest.Value * loan.Commitment.Unit)} on {loan.Largest.On.Iso()}", origin: FigureOrigin.At(run, balance, loan.Largest.On)))
            .Concat(Fact("", Repaid(loan), loan.IsRepaidInTime ? Emphasis.Plain : Emphasis.Warning, FigureOrigin.At(run, balance, loan.RepaidBy ?? deal.Deal.End)));
    }

    static string Repaid(LoanHeadline loan)
    {
        if (loan.Maturity is not { } final) return loan.RepaidBy is { } early ? $"repaid in full on {early.Iso()}; no final maturity" : $"{Figure.Sentence(loan.Outstanding)} outstanding at the end of the timeline; no final maturity";
        var maturity = $"final maturity {final.Iso()}";
        if (loan.RepaidBy is null && loan.IsRepaidInTime) return $"{Figure.Sentence(loan.Outstanding)} outstanding at the end of the timeline, before {maturity}";
        if (loan.RepaidBy is not { } repaid) return $"NOT repaid: {Figure.Sentence(loan.OutstandingAtMaturity)} outstanding after {maturity}, {Figure.Sentence(loan.Outstanding)} at the end of the timeline";
        if (repaid > loan.Maturity) return $"repaid LATE, on {repaid.Iso()}: {Figure.Sentence(loan.OutstandingAtMaturity)} outstanding after {maturity}";
        return repaid == loan.Maturity ? $"repaid in full at {maturity}" : $"repaid in full on {repaid.Iso()}, before {maturity}";
    }

    static IEnumerable<HeadlineFact> Lowest(Run run, string ratio, ValueOn? lowest) =>
        lowest is null ? [] : Fact($"Minimum {ratio}", $"{Figure.Times(lowest.Value)} on {lowest.On.Iso()}", lowest.Value < 1 ? Emphasis.Warning : Emphasis.Plain, FigureOrigin.At(run, $"Ratios / {ratio}", lowest.On));

    static string Distributions(Distributed distributed, bool several)
    {
        var from = several ? $"{distributed.Account}: " : "";
        return distributed.First is { } first ? $"{from}{Figure.Sentence(distributed.Total)} in all, the first on {first.Iso()}" : $"{from}none";
    }

    static IEnumerable<HeadlineFact> Breaches(Headline headline, Run run)
    {
        if (headline.BreachesTested == 0) return [];
        if (headline.Breaches.IsEmpty) return Fact("Breaches", $"none of the {headline.BreachesTested} tested for");
        return headline.Breaches.SelectMany((breach, i) => Fact(i == 0 ? "Breaches" : "", $"{breach.Title} ({When(breach, run)})", Emphasis.Warning, FigureOrigin.At(run, breach.Line, breach.First)));
    }

    static string When(Breach breach, Run run)
    {
        var columns = $"{breach.Columns} of {run.Model.Periods.Count} columns";
        if (breach.Columns == 1) return $"on {breach.First.Iso()}";
        return breach.IsContinuing ? $"from {breach.First.Iso()} to the end, {columns}" : $"between {breach.First.Iso()} and {breach.Last.Iso()}, {columns}";
    }

    static string Waiver(WaiverOutcome waiver)
    {
        if (waiver.First is not { } first) return waiver.Failed is { } before ? $"{waiver.Name} (never in force: '{before.Name}' was not met by {before.By.Iso()})" : $"{waiver.Name} (never in force)";
        return waiver.Failed is { } condition && condition.By > first
            ? $"{waiver.Name} (in force from {first.Iso()} until {condition.By.Iso()}, by when '{condition.Name}' was not met)"
            : $"{waiver.Name} (in force from {first.Iso()} to {waiver.Last!.Value.Iso()})";
    }

    static IEnumerable<HeadlineFact> Defaults(Headline headline, Run run)
    {
        if (!headline.HasDefaults) return [];
        if (headline.Defaults.IsEmpty) return Fact("Events of default", "none");
        var events = headline.Defaults.SelectMany((one, i) => Fact(i == 0 ? "Events of default" : "", $"{one.Title} ({When(one, run)})", Emphasis.Warning, FigureOrigin.At(run, one.Line, one.First)));
        return headline.Accelerated is { } day ? events.Concat(Fact("", $"all principal fell due on {day.Iso()}", Emphasis.Warning, FigureOrigin.At(run, Modelling.Defaults.Accelerated, day))) : events;
    }

    static IEnumerable<HeadlineFact> Checks(Headline headline, Run run)
    {
        var failed = headline.FailedChecks;
        if (failed.IsEmpty) return Fact("Checks", $"all {headline.Checks.Length} are zero");
        return Fact("Checks", $"{failed.Length} of {headline.Checks.Length} are NOT zero:", Emphasis.Warning)
            .Concat(failed.SelectMany(check => Fact("", $"{check.Name}: off by {Figure.Of(check).Trim()} on {check.At.End.Iso()}", Emphasis.Warning, FigureOrigin.At(run.Model.Find(check.Name), check.At))));
    }
}

/// <summary>A fact of the headline.</summary>
/// <param name="Label">What it is about: "Minimum DSCR"; empty where it goes on about what is above it.</param>
/// <param name="Text">The fact: "1.43x on 1998-03-31".</param>
/// <param name="Emphasis">How it is marked.</param>
/// <param name="Origin">The cells behind it, where there are any.</param>
sealed record HeadlineFact(string Label, string Text, Emphasis Emphasis, FigureOrigin? Origin);
