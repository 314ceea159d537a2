namespace ProjectFinance.Excel.Layout;

/// <summary>Which sheet the lines of a section stand on.</summary>
static class SheetPlan
{
    internal const string Inputs = "Input rows", Checks = "Check rows", Solving = "Solving";

    const string Other = "Other";

    /// <summary>Sections with fewer lines than these share a sheet.</summary>
    const int FewLines = 8;

    static readonly (string Sheet, string[] Sections)[] Together =
    [
        ("Milestones", ["Milestones", "Tests", "Prices", "Security"]),
        ("Covenants", ["Covenants", "Breaches", "Waivers", "Defaults"]),
    ];

    /// <summary>The sheets, in order, each with its lines in the order of the model.</summary>
    internal static IEnumerable<(string Sheet, List<Line> Lines)> Of(Model model)
    {
        var sizes = model.Lines.Where(line => !line.IsInput).CountBy(line => line.Section).ToDictionary(StringComparer.Ordinal);
        return model.Lines.GroupBy(line => SheetOf(line, sizes)).Select(sheet => (Sheet: sheet.Key, Lines: sheet.ToList())).OrderBy(sheet => Rank(sheet.Sheet));
    }

    static string SheetOf(Line line, Dictionary<string, int> sizes)
    {
        if (line.IsInput) return Inputs;
        if (line.Kind == LineKind.Check) return Checks;
        foreach (var (sheet, sections) in Together)
            if (sections.Contains(line.Section)) return sheet;
        return sizes[line.Section] < FewLines && line.Section != "Ratios" ? Other : line.Section;
    }

    // Inputs first, then the model in its own order, what gathers it last.
    static int Rank(string sheet) => sheet switch
    {
        Inputs => 0,
        "Milestones" => 1,
        Other => 3,
        "Covenants" => 4,
        "Ratios" => 5,
        Checks => 6,
        _ => 2,
    };
}
