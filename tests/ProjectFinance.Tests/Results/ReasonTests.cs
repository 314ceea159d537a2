using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Tests.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Results;

/// <summary>Why a number is zero, or a condition holds or does not: what decided, with the numbers a reader can subtract by hand, and nothing else.</summary>
public class ReasonTests
{
    static readonly LocalDate March = new(2001, 3, 31);
    static readonly LocalDate June = new(2001, 6, 30);

    readonly Model model = Small.Quarters(3);

    Line Money(string name, double value) => model.Input(name, Units.Usd, _ => value);

    string[] Reasons(Line line, LocalDate on) => [.. new Runner(model).Run().Explain(line.Name, on).Reasons.Select(reason => reason.Summary)];

    [Fact]
    public void Distribution_StoppedByEverything_SaysAllOfIt()
    {
        var completion = model.Milestone("Completion", new(2001, 9, 30), longstop: new LocalDate(2001, 11, 30));
        var (left, least, kept, overdue) = (Money("Account / Left", 3_000_000), Money("Account / Minimum balance", 1_500_000), Money("Account / Kept", 2_704_331.18), Money("Account / Overdue", 12.50));
        var distribution = model.Line("Account / Distribution", Units.Usd, t => When(completion.Reached(t) & !(overdue[t] > 0 * Units.Usd), Max(left[t] - least[t] - kept[t], 0 * Units.Usd), 0 * Units.Usd));

        Assert.Equal(
            [
                "Completion not reached by 2001-06-30 (expected 2001-09-30, longstop 2001-11-30)",
                "Overdue 12.50 is above 0",
                "Left 3,000,000.00 is short of Minimum balance 1,500,000.00 + Kept 2,704,331.18 by 1,204,331.18",
            ],
            Reasons(distribution, June));
    }

    [Fact]
    public void Distribution_StoppedByOneThing_SaysNothingOfTheOthers()
    {
        var completion = model.Milestone("Completion", Small.Closing);
        var left = Money("Account / Left", 3_000_000);
        var distribution = model.Line("Account / Distribution", Units.Usd, t => When(completion.Reached(t), Max(left[t] - 3_500_000 * Units.Usd, 0 * Units.Usd), 0 * Units.Usd));
        Assert.Equal(["Left 3,000,000.00 is short of 3,500,000.00 by 500,000.00"], Reasons(distribution, June));
    }

    [Fact]
    public void Amount_ThatIsNotZero_HasNoReasons() => Assert.Empty(Reasons(model.Line("A / Twice", Units.Usd, t => 2 * 5 * Units.Usd), March));

    [Fact]
    public void Flag_ThatStands_SaysSinceWhenAndWhy()
    {
        var ratio = model.Input("Ratios / DSCR", Unit.None, t => t.Index == 1 ? 1.05 : 1.5);
        var breach = model.Flag("Breaches / DSCR", t => ratio[t] < 1.2);
        Flag? stop = null;
        stop = model.Flag("Defaults / Lock-up", t => stop!.Previous(t, false) | breach[t]);
        var paid = model.Line("Account / Distribution", Units.Usd, t => When(stop[t], 0 * Units.Usd, 7 * Units.Usd));

        Assert.Equal(["Defaults / Lock-up since 2001-03-31 (Ratios / DSCR 1.05 is below 1.2 by 0.15)"], Reasons(paid, June));
    }

    [Fact]
    public void Flag_ThatDoesNotHold_NamesEveryPartThatFails()
    {
        var (a, b) = (Money("Tests / Ounces", 900), Money("Tests / Cost", 80));
        var met = model.Flag("Tests / Met", t => (a[t] >= 1_000 * Units.Usd) & (b[t] <= 100 * Units.Usd));
        Assert.Equal(["Ounces 900.00 is below 1,000 by 100.00"], Reasons(model.Find("Tests / Met"), March));
        Assert.NotNull(met);
    }

    [Fact]
    public void LesserOf_WhereOneIsZero_FollowsThatOne()
    {
        var (need, cash) = (Money("Account / Need", 500), Money("Account / Cash", 800));
        var short1 = model.Line("Account / Shortfall", Units.Usd, t => Max(need[t] - cash[t], 0 * Units.Usd));
        var draw = model.Line("Loan / Draw", Units.Usd, t => Min(short1[t], cash[t]));
        Assert.Equal(["no Account / Shortfall (Need 500.00 is short of Cash 800.00 by 300.00)"], Reasons(draw, March));
    }

    [Fact]
    public void Milestone_NeverExpected_SaysSo()
    {
        var completion = model.Milestone("Completion", null);
        var paid = model.Line("Account / Paid", Units.Usd, t => When(completion.Reached(t), 1 * Units.Usd, 0 * Units.Usd));
        Assert.Equal(["Completion not reached by 2001-03-31 (never expected)"], Reasons(paid, March));
    }

    [Fact]
    public void Text_OfAnExplanation_HasTheReasonsUnderTheFormula()
    {
        var completion = model.Milestone("Completion", null);
        model.Line("Account / Paid", Units.Usd, t => When(completion.Reached(t), 1 * Units.Usd, 0 * Units.Usd), source: "Clause 4");
        var text = ExplanationText.Write(new Runner(model).Run().Explain("Account / Paid", March, 0));
        Assert.Equal("""
            Account / Paid, 2001-03-31 = USD 0.00   [Clause 4]
              = 0, since not Milestones / Completion (no)
              because Completion not reached by 2001-03-31 (never expected)

            """, text);
    }

    [Fact]
    public void Price_OfTheMarket_SaysWhatOfItTheValueStandsFor()
    {
        var market = Market.Empty with { Prices = Market.Empty.Prices.SetItem("gold", new() { Unit = Units.Usd / Units.GoldOunce, Fixings = ImmutableSortedDictionary<LocalDate, double>.Empty.Add(Small.Closing, 290).Add(March, 300), Source = "LBMA" }) };
        var priced = new Model(Timeline.From(Small.Closing, [March]), market);
        var worth = priced.Line("Mine / Worth", Units.Usd, t => 2 * Units.GoldOunce * priced.Price("gold")[t]);
        var explained = new Runner(priced).Run().Explain(worth.Name, March);
        Assert.Equal(Observation.On("gold", March), Assert.Single(explained.Parts).Observed);
        Assert.Contains("[gold of 2001-03-31: LBMA]", ExplanationText.Write(explained), StringComparison.Ordinal);
    }
}
