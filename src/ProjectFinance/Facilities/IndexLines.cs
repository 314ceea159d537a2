using System.Collections.Immutable;
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
        indices = QuotedIndex.Of(terms.Index, terms, terms.Fallbacks);
        var fixings = new IndexFixings(model, loan.Terms.Name, loan.SourceOf("interest"), indices, market, (quoted, t) => FixedFor(t) == quoted ? loan.Dates.RatePeriod(t) : null);
        Index = model.Declare(loan.Name("Index"), Unit.None, LineKind.Level, loan.SourceOf("interest"));
        Index.Is(t => FixedFor(t) is { } quoted ? RateFormula.Index(fixings.Of(quoted, t), terms.Rounding, terms.IndexFloor, terms.IndexCap) : Index.Previous(t, 0));
    }

    /// <summary>The index of each column, as rounded, with a fallback's spread and within its limits.</summary>
    internal Line Index { get; }

    /// <summary>Whether interest not due yet bears interest at the index in any column.</summary>
    internal bool CompoundsBalance => indices.Any(quoted => quoted.CompoundsBalance);

    /// <summary>Whether it does so in a column.</summary>
    internal bool CompoundsBalanceIn(Period t) => FixedFor(t) is { CompoundsBalance: true };

    /// <summary>The index by which a rate is fixed for a column; null where that of the column before goes on.</summary>
    QuotedIndex? FixedFor(Period t)
    {
        if (t.Days == 0 || loan.Dates.IsAfterLast(t)) return null;
        var start = loan.Dates.RatePeriod(t).Start;
        var quoted = QuotedIndex.InForce(indices, start);
        return !quoted.IsInAdvance || start == t.Start ? quoted : null;
    }
}
