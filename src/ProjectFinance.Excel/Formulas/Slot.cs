namespace ProjectFinance.Excel.Formulas;

/// <summary>The terms of a row's sums, or the arguments of its gathering functions, that stand for the same thing in different columns.</summary>
sealed class Slot
{
    /// <summary>The term in each period that has it.</summary>
    internal SortedDictionary<int, Term> Terms { get; } = [];

    /// <summary>Where in the sum of each period the term stands.</summary>
    internal Dictionary<int, int> Places { get; } = [];

    /// <summary>The terms as trees without their multiples.</summary>
    internal List<(int Period, Tree Tree)> Trees => [.. Terms.Select(term => (term.Key, term.Value.Of))];
}
