using System.Collections.Immutable;

namespace ProjectFinance.Excel.Formulas;

/// <summary>Adds trees: sums of sums become one sum, neighbouring cells of a row one range, numbers one number.</summary>
static class Sums
{
    /// <summary>The sum of multiples of trees.</summary>
    internal static Tree Of(params ReadOnlySpan<(double Times, Tree Of)> parts)
    {
        var terms = new List<Term>();
        double number = 0;
        foreach (var (times, tree) in parts)
        foreach (var term in TermsOf(tree))
        {
            if (term.Of is Number { Value: 1 }) number += times * term.Times;
            else if (Times(times, term) is var multiple && !Joined(terms, multiple)) terms.Add(multiple);
        }
        if (number != 0) terms.Add(new(number, Tree.One));
        return OfTerms([.. terms]);
    }

    /// <summary>The terms of a tree seen as a sum; none for zero.</summary>
    internal static ImmutableArray<Term> TermsOf(Tree tree) => tree switch
    {
        Number { Value: 0 } => [],
        Number number => [new(number.Value, Tree.One)],
        Sum sum => sum.Terms,
        _ => [new(1, tree)],
    };

    /// <summary>The plainest tree for terms.</summary>
    internal static Tree OfTerms(ImmutableArray<Term> terms) => terms switch
    {
        [] => Tree.Zero,
        [{ Times: 1, Factor: null } single] => single.Of,
        [{ Of: Number { Value: 1 }, Factor: null } single] => new Number(single.Times),
        [{ Of: Number { Value: 1 }, Factor: { } held, Times: 1 }] => held,
        _ => new Sum(terms),
    };

    // A multiple of a number is a number: infinity stays what it is.
    static Term Times(double times, Term term) => term with { Times = times * term.Times };

    static bool Joined(List<Term> terms, Term next)
    {
        if (next.Of is not Cells cells) return false;
        for (int i = 0; i < terms.Count; i++)
        {
            if (terms[i].Of is not Cells other || other.Row != cells.Row || terms[i].Times != next.Times) continue;
            if (other.To + 1 != cells.From && cells.To + 1 != other.From) continue;
            terms[i] = terms[i] with { Of = new Cells(cells.Row, Math.Min(other.From, cells.From), Math.Max(other.To, cells.To)) };
            return true;
        }
        return false;
    }
}
