using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;

namespace ProjectFinance.Facilities;

/// <summary>The index of a loan: fixed once an interest period, known at a column's end for rates in arrears and for prime, and another from a switch date on.</summary>
sealed class IndexLines
{
    readonly TermLoanLines loan;
    readonly ImmutableArray<QuotedIndex> indices;

    internal IndexLines(TermLoanLines loan, Market market)
    {
        this.loan = loan;
        var (model, terms) = (loan.Model, loan.Terms.Interest);
        indices = QuotedIndex.Of(terms);
        var fixings = indices.ToDictionary(quoted => quoted, quoted => Fixings(quoted, market));
        var spreads = indices.Where(quoted => quoted.From is not null)
            .ToDictionary(quoted => quoted, quoted => model.Parameter(loan.Name($"Spread on {quoted.Name}"), quoted.Spread.Fraction * Unit.None, loan.SourceOf("interest")));
        Index = model.Declare(loan.Name("Index"), Unit.None, LineKind.Level, loan.SourceOf("interest"));
        Index.Is(t => FixedFor(t) is not { } quoted ? Index.Previous(t, 0) : RateFormula.Index(spreads.TryGetValue(quoted, out var spread) ? fixings[quoted][t] + spread : fixings[quoted][t], terms.Rounding, terms.IndexFloor, terms.IndexCap));
    }

    /// <summary>The index of each column, as rounded, with a fallback's spread and within its limits.</summary>
    internal Line Index { get; }

    /// <summary>Whether interest not due yet bears interest at the index in any column.</summary>
    internal bool CompoundsBalance => indices.Any(quoted => quoted.CompoundsBalance);

    /// <summary>Whether it does so in a column.</summary>
    internal bool CompoundsBalanceIn(Period t) => FixedFor(t) is { CompoundsBalance: true };

    Line Fixings(QuotedIndex quoted, Market market)
    {
        var fixing = new IndexFixing(loan.Terms.Name, quoted, market);
        return loan.Model.Input(loan.Name(quoted.Title), Unit.None, t => FixedFor(t) == quoted ? fixing.Rate(Start(t), End(t), t) : null, market.Indices.GetValueOrDefault(quoted.Name)?.Source ?? "",
            when: t => FixedFor(t) == quoted, observes: t => FixedFor(t) == quoted ? quoted.Observed(Start(t), t) : null);
    }

    /// <summary>The index by which a rate is fixed for a column; null where that of the column before goes on.</summary>
    QuotedIndex? FixedFor(Period t)
    {
        if (t.Days == 0 || loan.Dates.IsAfterLast(t)) return null;
        var quoted = QuotedIndex.InForce(indices, Start(t));
        return !quoted.IsInAdvance || Start(t) == t.Start ? quoted : null;
    }

    LocalDate Start(Period t) => loan.Dates.InterestPeriodStart(t)!.Value;

    LocalDate End(Period t) => loan.Dates.InterestEnds.First(end => end >= t.End);
}
