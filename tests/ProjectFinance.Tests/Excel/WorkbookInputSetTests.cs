using ProjectFinance.Results;

namespace ProjectFinance.Tests.Excel;

/// <summary>
/// The formulas of workbooks computed from their texts, by the calculator in this folder, for many sets of inputs: every cell of every line is the library's. LibreOffice does the same for some of them,
/// see <see cref="WorkbookProofTests"/>.
/// </summary>
public sealed class WorkbookInputSetTests
{
    public static TheoryData<string> Seeds => ["illinois-creek-1996-07", "illinois-creek-1996-11", "illinois-creek-1997-01", "illinois-creek-afterwards", SeedBooks.Locked];

    public static TheoryData<string> Kinds => [.. DealsOfManyKinds.All.Keys];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Workbook_OfAReferenceDeal_IsTheLibrarysForEverySetOfInputs(string deal) => Agrees(SeedBooks.Of(deal), random: 4, step: 4);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Workbook_OfADealOfAnyKind_IsTheLibrarysForEverySetOfInputs(string kind) => Agrees(new(DealsOfManyKinds.All[kind]()), random: 12, step: 1);

    // 300 columns take their time.
    [Fact]
    public void Workbook_Of25YearsByMonth_IsTheLibrarys() => Agrees(new(DealsOfManyKinds.Monthly()), random: 2, step: 20);

    // The sets would prove little if they all took the same branches.
    [Fact]
    public void InputSets_OfAReferenceDeal_TurnMostConditionsBothWays()
    {
        var model = SeedBooks.Of("illinois-creek-1996-11").Model;
        var runner = new Runner(model);
        var flags = model.Lines.Where(line => line.Kind == LineKind.Flag).ToDictionary(line => line.Name, _ => new HashSet<double>(), StringComparer.Ordinal);
        foreach (var (_, change) in InputSets.Of(model, 12))
        {
            var run = runner.Run(runner.Inputs.ToDictionary(input => input, change));
            foreach (var (name, values) in flags) values.UnionWith(run.Values(name).ToArray());
        }

        string[] both = [.. flags.Where(flag => flag.Value.Count == 2).Select(flag => flag.Key)];
        Assert.All(["Milestones / Completion", "Breaches / Current ratio", "Breaches / Tangible equity", "Defaults / Continuing"], name => Assert.Contains(name, both));
        Assert.True(both.Length > flags.Count / 2, $"{both.Length} of {flags.Count}");
    }

    /// <summary>Every so many of the sets with names, and the pseudo-random ones.</summary>
    static void Agrees(Exported exported, int random, int step)
    {
        var table = CellTable.Of(Spreadsheet.Read(exported.File));
        foreach (var (name, change) in InputSets.Of(exported.Model, random).Index().Where(set => set.Index % step == 0 || set.Item.Name.StartsWith("random", StringComparison.Ordinal)).Select(set => set.Item))
        {
            var trial = exported.Trial(change);
            var differences = exported.Differences(table.Computed(trial.Cells), trial).ToList();
            Assert.True(differences.Count == 0, $"{name}: {differences.Count} cells differ:\n{string.Join('\n', differences.Take(20))}");
        }
    }
}
