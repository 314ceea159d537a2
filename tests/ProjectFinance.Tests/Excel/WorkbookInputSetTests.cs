using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Excel;

/// <summary>
/// The formulas of workbooks computed from their texts, by the calculator in this folder, for many sets of inputs: every cell of every line is the library's. LibreOffice does the same for some of them,
/// see <see cref="WorkbookProofTests"/>.
/// </summary>
public sealed class WorkbookInputSetTests
{
    static readonly Market Known = Market.Read(Repository.PathOf("seeds", "market-1996-2001.json"));

    public static TheoryData<string> Seeds => ["illinois-creek-1996-07", "illinois-creek-1996-11", "illinois-creek-1997-01", "illinois-creek-afterwards"];

    public static TheoryData<string> Kinds => [.. DealsOfManyKinds.All.Keys];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Workbook_OfAReferenceDeal_IsTheLibrarysForEverySetOfInputs(string deal) =>
        Agrees(DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", $"{deal}.json")), Known).Model, random: 4, step: 3);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Workbook_OfADealOfAnyKind_IsTheLibrarysForEverySetOfInputs(string kind) => Agrees(DealsOfManyKinds.All[kind](), random: 12, step: 1);

    // What happened may be put right in the workbook: it is an input as others are.
    [Fact]
    public void Workbook_OfLockedHistory_IsTheLibrarysForEverySetOfInputs() =>
        Agrees(DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json")), Known, actuals: Actuals.Read(Repository.PathOf("samples", "actuals-1996.csv"))).Model, random: 4, step: 3);

    // The sets would prove little if they all took the same branches.
    [Fact]
    public void InputSets_OfAReferenceDeal_TurnMostConditionsBothWays()
    {
        var model = DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-11.json")), Known).Model;
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
    static void Agrees(Model model, int random, int step)
    {
        var exported = new Exported(model);
        var table = CellTable.Of(Spreadsheet.Read(exported.File));
        foreach (var (name, change) in InputSets.Of(model, random).Index().Where(set => set.Index % step == 0 || set.Item.Name.StartsWith("random", StringComparison.Ordinal)).Select(set => set.Item))
        {
            var trial = exported.Trial(change);
            var differences = exported.Differences(table.Computed(trial.Cells), trial).ToList();
            Assert.True(differences.Count == 0, $"{name}: {differences.Count} cells differ:\n{string.Join('\n', differences.Take(20))}");
        }
    }
}
