using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;
using ProjectFinance.Results;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Deals.Amending.AmendedDeal;

namespace ProjectFinance.Tests.Deals.Amending;

/// <summary>A deal with amendments of many kinds, every value of which in turn is replaced by something odd: it either runs, or says in problems what is wrong.</summary>
public class AmendmentRoughHandlingTests
{
    static readonly string Json = Whole().ToJson();

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"x / y\"")]
    [InlineData("-1")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"1996-07-11\"")]
    [InlineData("\"2039-12-31\"")]
    [InlineData("\"USD 0\"")]
    [InlineData("\"USD 1e300\"")]
    public void Run_WithAnyOneValueReplaced_RunsOrSaysWhatIsWrong(string odd)
    {
        var places = Places(JsonNode.Parse(Json)!["amendments"], ["amendments"]).ToList();
        Assert.True(places.Count > 100);
        Deal.Parse(Json).Run();
        foreach (var place in places)
        {
            var document = JsonNode.Parse(Json)!;
            var around = place[..^1].Aggregate((JsonNode)document, (node, step) => node is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
            if (around is JsonArray list) list[int.Parse(place[^1], CultureInfo.InvariantCulture)] = JsonNode.Parse(odd);
            else around[place[^1]] = JsonNode.Parse(odd);
            try { Deal.Parse(document.ToJsonString()).Run(); }
            catch (InvalidInputException) { }
            catch (Exception thrown) { Assert.Fail($"{string.Join('.', place)} = {odd}: {thrown.GetType().Name}: {thrown.Message}\n{thrown.StackTrace}"); }
        }
    }

    static Deal Whole()
    {
        var priced = Terms with
        {
            Planning = new()
            {
                Indices = ImmutableSortedDictionary<string, Percentage>.Empty.Add("LIBOR", 0.056875),
                Prices = ImmutableSortedDictionary<string, Quantity>.Empty.Add("gold", 385 * (Units.Usd / Units.GoldOunce)),
            },
        };
        var waterfall = Terms.Accounts[0].Waterfall;
        return priced
            .With(Amendment(
                new CommitmentChange(L, 22_000_000 * Units.Usd), new MarginAmendment(L, new(0.035)), new DrawPeriodChange(L, new(1997, 3, 31)) { UntilMilestone = "Completion" },
                new ExpectedDateChange("Completion", new(1997, 6, 30)), new LongstopChange("Completion", new(1997, 11, 30)),
                new MilestoneTestChange("Mechanical Completion", new Compared(new LineAmount("Project / Production"), Relation.AtLeast, new StatedAmount(10 * Units.GoldOunce))),
                new PlanChange("Project")
                {
                    Production = new() { Unit = Units.GoldOunce, Amounts = ImmutableSortedDictionary<string, double>.Empty.Add("1997", 5_000) },
                    OperatingCosts = [new UnitCost(250 * (Units.Usd / Units.GoldOunce)) { Name = "Mining" }],
                },
                new PrepaymentChange(L, new() { Payments = [new(Effective, 4_500_000 * Units.Usd)], Reinstates = true }),
                new AccountAmendment(A) { MinimumBalance = new StatedAmount(1_500_000 * Units.Usd), Waterfall = [new("Company / Payables"), .. waterfall.RemoveAt(2), new($"{L} / Prepayment") { DrawsMayFund = false }] },
                new ContributionChange("Sponsor / Wanted") { Payments = [new(YearEnd, 9_000_000 * Units.Usd)] }, new EndChange(new(2001, 6, 30))) with
            {
                Known = new(1996, 11, 20),
                Adds = new()
                {
                    Obligations = [new() { Name = "Company / Payables", Currency = Units.Usd, Payments = [new(Effective, 2_400_000 * Units.Usd)] }],
                    Contributions = [new() { Name = "Company / Present cash", Currency = Units.Usd, Payments = [new(Effective, 1_000_000 * Units.Usd)] }],
                    Accounts = [new() { Name = "Second Proceeds Account", Currency = Units.Usd, Receipts = ["Company / Present cash"], Waterfall = [new("Project / Capital costs")] }],
                    Undertakings = [new() { Name = "Amended development plan", Kind = UndertakingKind.Action, Due = new OnDates([new(1996, 12, 2)]) }],
                    Waivers = [new() { Name = "Waiver", Of = ["Breaches / Amended development plan not done"], From = Effective, Until = YearEnd }],
                },
            })
            .With(new Amendment
            {
                Name = "Second Amendment", Effective = new(1997, 1, 3),
                Changes = [new ReschedulingChange(L, new PercentageTable([new(new(1997, 12, 31), 0.65), new(new(1998, 12, 31), 0.35)])), new PlanningChange(new() { Prices = ImmutableSortedDictionary<string, Quantity>.Empty.Add("gold", 350 * (Units.Usd / Units.GoldOunce)) })],
            });
    }

    static IEnumerable<string[]> Places(JsonNode? node, string[] path) => node switch
    {
        JsonObject fields => fields.Where(f => f.Key is not ("source" or "sources" or "about")).SelectMany(f => Places(f.Value, [.. path, f.Key]).Prepend([.. path, f.Key])),
        JsonArray items => items.Index().SelectMany(i => Places(i.Item, [.. path, i.Index.ToString(CultureInfo.InvariantCulture)]).Prepend([.. path, i.Index.ToString(CultureInfo.InvariantCulture)])),
        _ => [],
    };
}
