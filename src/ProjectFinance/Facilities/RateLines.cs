using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>The index, the margin with its steps, and the rate they make.</summary>
sealed class RateLines
{
    readonly TermLoanLines loan;
    readonly Formula initial;
    readonly IndexLines indexLines;
    readonly Line index;
    readonly List<(Occasion On, Parameter Margin)> changes;

    internal RateLines(TermLoanLines loan, Market market)
    {
        this.loan = loan;
        var (model, terms) = (loan.Model, loan.Terms.Interest);
        initial = model.Parameter(loan.Name("Margin at first"), terms.Margin.Initial.Fraction * Unit.None, loan.SourceOf("interest"));
        changes = [.. terms.Margin.Changes.Select(step =>
            (step.On, model.Parameter(loan.Name($"Margin from {step.On}"), step.To.Fraction * Unit.None, loan.SourceOf("interest"))))];

        indexLines = new IndexLines(loan, market);
        index = indexLines.Index;
        var margin = model.Line(loan.Name("Margin"), Unit.None, t => Margin(t, t), LineKind.Level, loan.SourceOf("interest"));
        Rate = model.Line(loan.Name("Rate"), Unit.None, t => t.Days == 0 ? 0 : Within(index[t] + margin[t]), LineKind.Level, loan.SourceOf("interest"));
        Factor = model.Line(loan.Name("Rate for the period"), Unit.None, t => Rate[t] * loan.Dates.YearFraction(t), LineKind.Flow, $"rate x year fraction, {terms.DayCount.Name}");
    }

    /// <summary>The yearly rate, index and margin together within their limits; zero in the closing column.</summary>
    internal Line Rate { get; }

    /// <summary>The rate times the column's year fraction: interest on a balance of one.</summary>
    internal Line Factor { get; }

    /// <summary>Whether interest not due yet bears interest at the index in any column.</summary>
    internal bool CompoundsBalance => indexLines.CompoundsBalance;

    /// <summary>The index's part of the factor in columns in which interest not due yet bears interest at the index; zero in others.</summary>
    internal Formula OnUnpaid(Period t) => indexLines.CompoundsBalanceIn(t) ? index[t] * loan.Dates.YearFraction(t) : 0;

    /// <summary>The factor of a later column as far as it is known in another: a margin that follows a test is the one known then.</summary>
    internal Formula FactorAhead(Period t, Period known) => changes.Exists(change => change.On is OnMilestone named && Milestone(named).Date is null)
        ? Within(index[t] + Margin(t, known)) * loan.Dates.YearFraction(t)
        : Factor[t];

    Formula Within(Formula rate) => RateFormula.Within(rate, loan.Terms.Interest.Floor, loan.Terms.Interest.Cap);

    Formula Margin(Period t, Period known)
    {
        var start = loan.Dates.InterestPeriodStart(t) ?? t.Start;
        // On each day the last of the changes that have come holds, whatever the order in which they come.
        var shares = changes.Select(change => ShareAfter(change.On, t, start, known)).ToArray();
        for (int i = shares.Length - 2; i >= 0; i--) shares[i] = Formula.Max(shares[i], shares[i + 1]);
        Formula margin = initial, before = initial;
        foreach (var (i, (_, changed)) in changes.Index())
        {
            margin += (changed - before) * shares[i];
            before = changed;
        }
        return margin;
    }

    Formula ShareAfter(Occasion on, Period t, LocalDate interestPeriodStart, Period known)
    {
        if (loan.Terms.Interest.MarginChange == MarginChange.NextInterestPeriod) return on switch
        {
            OnDate date => date.Date <= interestPeriodStart ? 1 : 0,
            OnMilestone named => Formula.When(ReachedBy(Milestone(named), interestPeriodStart, known), 1, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(on), on, "Neither a date nor a milestone."),
        };
        return on switch
        {
            OnDate date => t.Days > 0 ? t.ShareWithin(date.Date, t.End) : date.Date <= t.End ? 1 : 0,
            OnMilestone named => Milestone(named).ShareAfter(t, known),
            _ => throw new ArgumentOutOfRangeException(nameof(on), on, "Neither a date nor a milestone."),
        };
    }

    static Condition ReachedBy(Milestone milestone, LocalDate day, Period known) =>
        milestone.Date is null && (known.IsFirst || day > known.Start) ? milestone.ReachedBefore(known) : milestone.ReachedBy(day);

    Milestone Milestone(OnMilestone named) => loan.Model.FindMilestone(named.Milestone);
}
