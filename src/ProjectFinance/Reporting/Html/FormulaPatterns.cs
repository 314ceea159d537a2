using System.Collections.Immutable;
using ProjectFinance.Modelling;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>
/// The formula of every cell in words, with places for what it refers to. A sum over many columns begins with the one up to the column before, which stands apart: told in full in every column, a
/// check of a thousand columns would be half a million terms.
/// </summary>
sealed class FormulaPatterns
{
    // What an account with many payments has in one column.
    const int MostTerms = 24;

    readonly Run run;
    readonly int[] terms;
    readonly Dictionary<(int Line, int Column), FormulaPattern> known = [];

    internal FormulaPatterns(Run run)
    {
        this.run = run;
        var graph = run.Model.Graph;
        terms = new int[graph.Count];
        // Operands are older than what reads them.
        for (int i = 0; i < terms.Length; i++)
        {
            var node = graph[i];
            long sum = node.IsOperation ? 0 : 1;
            for (int k = 0; k < node.Operands; k++) sum += terms[node.Operand(k)];
            terms[i] = (int)Math.Min(sum, int.MaxValue);
        }
    }

    /// <summary>The formula of a cell that is computed.</summary>
    internal FormulaPattern Of(Line line, Period t)
    {
        if (known.TryGetValue((line.Number, t.Index), out var found)) return found;
        var text = Text(line, t);
        var words = text.OfCell();
        return known[(line.Number, t.Index)] = new(words, [.. text.References]);
    }

    /// <summary>A sum that stands apart in the formula of a cell.</summary>
    internal FormulaPattern Of(Line line, Period t, Node sum)
    {
        var text = Text(line, t);
        var words = text.OfSum(sum);
        return new(words, [.. text.References]);
    }

    /// <summary>How many cells, inputs and constants a sum that stands apart has in all.</summary>
    internal int TermsOf(Node sum) => (int)Math.Min((long)terms[sum.A] + terms[sum.B], int.MaxValue);

    FormulaText Text(Line line, Period t) => new(run, line, t, isPattern: true, node => terms[node] > MostTerms);
}

/// <summary>A formula in words.</summary>
/// <param name="Words">With places {0}, {1} for what it refers to.</param>
/// <param name="References">The cells, inputs and sums that stand apart, each once.</param>
readonly record struct FormulaPattern(string Words, ImmutableArray<Node> References);
