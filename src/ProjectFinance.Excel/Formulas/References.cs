namespace ProjectFinance.Excel.Formulas;

/// <summary>The cells that formulas name, as row x periods + period.</summary>
static class References
{
    /// <summary>What a cell's formula reads, as read from the model.</summary>
    internal static IEnumerable<int> OfCell(Tree tree, int periods) =>
        tree is Cells cells ? Enumerable.Range(cells.From, cells.To - cells.From + 1).Select(period => cells.Row * periods + period)
        : tree is Span span ? span.Each.SelectMany(cell => OfCell(cell, periods))
        : tree.Parts.SelectMany(part => OfCell(part, periods));

    /// <summary>What a formula across a row names in a period; cells outside the timeline left out.</summary>
    internal static IEnumerable<int> InColumn(Tree tree, int period, int periods) => Reaches(tree).SelectMany(reach =>
    {
        int from = Math.Max(0, reach.From.In(period)), to = Math.Min(periods - 1, reach.To.In(period));
        return from > to ? [] : Enumerable.Range(from, to - from + 1).Select(p => reach.Row * periods + p);
    });

    /// <summary>The cells named, by row and distance.</summary>
    internal static IEnumerable<Reach> Reaches(Tree tree) => tree is Reach reach ? [reach] : tree.Parts.SelectMany(Reaches);
}
