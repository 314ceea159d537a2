using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>The index, fixed once an interest period, the margin with its steps, and the rate they make.</summary>
sealed class RateLines
{
    readonly TermLoanLines loan;
    readonly Formula initial;
    readonly List<(Occasion On, Parameter Margin)> changes;

    internal RateLines(TermLoanLines loan, Market market)
    {
        this.loan = loan;
        var (model, terms) = (loan.Model, loan.Terms.Interest);
        initial = model.Parameter(loan.Name("Margin at first"), terms.Margin.Initial.Fraction * Unit.None, loan.SourceOf("interest"));
        changes = [.. terms.Margin.Changes.Select(step =>
            (step.On, model.Parameter(loan.Name($"Margin from {step.On}"), step.To.Fraction * Unit.None, loan.SourceOf("interest"))))];

        var series = market.Indices.GetValueOrDefault(terms.Index);
        var fixing = model.Input(loan.Name($"{terms.Index} fixing"), Unit.None, t => Fixing(market, t), series?.Source ?? "", when: loan.Dates.IsFixed);
        var index = model.Declare(loan.Name("Index"), Unit.None, LineKind.Level, loan.SourceOf("interest"));
        index.Is(t => !loan.Dates.IsFixed(t) ? index.Previous(t, 0) : Floored(IndexRoundingFormula.Of(terms.Rounding, fixing[t])));
        var margin = model.Line(loan.Name("Margin"), Unit.None, Margin, LineKind.Level, loan.SourceOf("interest"));
        Rate = model.Line(loan.Name("Rate"), Unit.None, t => t.Days == 0 ? 0 : index[t] + margin[t], LineKind.Level, loan.SourceOf("interest"));
        Factor = model.Line(loan.Name("Rate for the period"), Unit.None, t => Rate[t] * loan.Dates.YearFraction(t), LineKind.Flow, $"rate x year fraction, {terms.DayCount.Name}");
    }

    /// <summary>The yearly rate, index and margin together; zero in the closing column.</summary>
    internal Line Rate { get; }

    /// <summary>The rate times the column's year fraction: interest on a balance of one.</summary>
    internal Line Factor { get; }

    Formula Floored(Formula index) => loan.Terms.Interest.IndexFloor is { } floor ? Formula.Max(index, floor.Fraction) : index;

    double? Fixing(Market market, Period t)
    {
        var date = loan.Dates.FixingDate(t.Start);
        return market.IndexOn(loan.Terms.Interest.Index, date) ?? throw InvalidInputException.Of(
            $"Index '{loan.Terms.Interest.Index}'", $"there is no fixing for {date.Iso()}, on which the interest period of '{loan.Terms.Name}' from {t.Start.Iso()} is fixed",
            !market.Indices.ContainsKey(loan.Terms.Interest.Index) ? "give the index in a market file or among the planning assumptions" : "give the fixing, or a forward rate that covers the date, in the market file");
    }

    Formula Margin(Period t)
    {
        var start = loan.Dates.InterestPeriodStart(t) ?? t.Start;
        Formula margin = initial, before = initial;
        foreach (var (on, changed) in changes)
        {
            margin += (changed - before) * ShareAfter(on, t, start);
            before = changed;
        }
        return margin;
    }

    Formula ShareAfter(Occasion on, Period t, LocalDate interestPeriodStart)
    {
        if (loan.Terms.Interest.MarginChange == MarginChange.NextInterestPeriod) return on switch
        {
            OnDate date => date.Date <= interestPeriodStart ? 1 : 0,
            OnMilestone named => Formula.When(Milestone(named).ReachedBy(interestPeriodStart), 1, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(on), on, "Neither a date nor a milestone."),
        };
        return on switch
        {
            OnDate date => t.Days > 0 ? t.ShareWithin(date.Date, t.End) : date.Date <= t.End ? 1 : 0,
            OnMilestone named => Milestone(named).ShareAfter(t),
            _ => throw new ArgumentOutOfRangeException(nameof(on), on, "Neither a date nor a milestone."),
        };
    }

    Milestone Milestone(OnMilestone named) => loan.Model.FindMilestone(named.Milestone);
}
