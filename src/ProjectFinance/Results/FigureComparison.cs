using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;

namespace ProjectFinance.Results;

/// <summary>Sets the headlines of two runs side by side; loans, accounts and milestones are matched by name.</summary>
static class FigureComparison
{
    internal static ImmutableArray<ComparedFigure> Of(ComparedRun first, ComparedRun second) =>
        [.. Paired.By([.. Figures(first)], [.. Figures(second)], figure => (figure.Name, figure.Measure, figure.Unit)).Select(Pair)];

    static ComparedFigure Pair((Figure? First, Figure? Second) pair)
    {
        var one = pair.First ?? pair.Second!;
        return one.Measure is { } measure
            ? new ComparedNumber(one.Name, measure, one.Unit, pair.First?.Number, pair.Second?.Number)
            : new ComparedDate(one.Name, pair.First?.Date, pair.Second?.Date);
    }

    static IEnumerable<Figure> Figures(ComparedRun side)
    {
        var headline = side.Headline;
        return headline.Loans.SelectMany(Loan)
            .Concat(Extreme("Minimum DSCR", FigureMeasure.Times, headline.LowestDscr))
            .Concat(Extreme("Minimum LLCR", FigureMeasure.Times, headline.LowestLlcr))
            .Concat(Extreme("Minimum PLCR", FigureMeasure.Times, headline.LowestPlcr))
            .Concat(Extreme("Highest gearing", FigureMeasure.Share, headline.HighestGearing))
            .Concat(headline.ReserveTail is { } tail ? [new("Reserve tail", FigureMeasure.Share, Unit.None, tail)] : [])
            .Concat(headline.Distributions.SelectMany(Distribution))
            .Concat(side.Deal.Deal.Milestones.Select(terms => new Figure($"{terms.Name}: reached", MilestoneDate.Of(side.Run, side.Run.Model.FindMilestone(terms.Name)))))
            .Append(new("Breaches", FigureMeasure.Count, Unit.None, headline.Breaches.Length))
            .Append(new("Checks that are not zero", FigureMeasure.Count, Unit.None, headline.FailedChecks.Length));
    }

    static IEnumerable<Figure> Loan(LoanHeadline loan) =>
    [
        Amount($"{loan.Loan}: commitment", loan.Commitment),
        Amount($"{loan.Loan}: drawn", loan.Drawn),
        new($"{loan.Loan}: drawn by", loan.DrawnBy),
        new($"{loan.Loan}: largest balance", FigureMeasure.Amount, loan.Commitment.Unit, loan.Largest.Value),
        new($"{loan.Loan}: largest balance on", loan.Largest.On),
        new($"{loan.Loan}: final maturity", loan.Maturity),
        Amount($"{loan.Loan}: outstanding after final maturity", loan.OutstandingAtMaturity),
        new($"{loan.Loan}: repaid by", loan.RepaidBy),
        Amount($"{loan.Loan}: outstanding at the end", loan.Outstanding),
    ];

    static IEnumerable<Figure> Extreme(string name, FigureMeasure measure, ValueOn? value) =>
        value is null ? [] : [new(name, measure, Unit.None, value.Value), new($"{name} on", value.On)];

    static IEnumerable<Figure> Distribution(Distributed distributed) =>
        [Amount($"{distributed.Account}: distributed", distributed.Total), new($"{distributed.Account}: first distribution", distributed.First)];

    static Figure Amount(string name, Quantity amount) => new(name, FigureMeasure.Amount, amount.Unit, amount.Value);

    /// <summary>A figure of one run: a number with its measure, or a day.</summary>
    sealed record Figure(string Name, FigureMeasure? Measure, Unit Unit, double? Number, LocalDate? Date = null)
    {
        internal Figure(string name, LocalDate? date) : this(name, null, Unit.None, null, date) { }
    }
}
