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
        for (int i = 0; i < parts.Length; i++)
        {
            var (times, tree) = parts[i];
            foreach (var term in TermsOf(tree))
            {
                if (term.Of is Number { Value: 1 }) number += times * term.Times;
                // The terms of one sum have been joined to one another already.
                else if (Times(times, term) is var multiple && (i == 0 || !Joined(terms, multiple))) terms.Add(multiple);
            }
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
            if (Neighbours(terms[i], next) is not { } both) continue;
            terms[i] = both;
            // It may fill the gap to another.
            for (int j = terms.Count - 1; j > i; j--)
            {
                if (Neighbours(terms[i], terms[j]) is not { } all) continue;
                terms[i] = all;
                terms.RemoveAt(j);
            }
            return true;
        }
        return false;
    }

    static Term? Neighbours(Term one, Term other) =>
        one.Of is Cells a && other.Of is Cells b && a.Row == b.Row && one.Times == other.Times && (a.To + 1 == b.From || b.To + 1 == a.From)
            ? one with { Of = new Cells(a.Row, Math.Min(a.From, b.From), Math.Max(a.To, b.To)) } : null;
}
