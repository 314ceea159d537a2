using ProjectFinance.Results;
using ProjectFinance.Time;
using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Excel;

/// <summary>A loan of a few lines, as a user writes one, with a cover ratio that does not apply in its first columns.</summary>
static class SmallBook
{
    public static Model Model(double need = 1_000)
    {
        var model = new Model(Timeline.Quarterly(new(2026, 12, 31), new(2028, 12, 31)));
        var margin = model.Parameter("Loan / Margin", 0.0275 * Unit.None, "term sheet, 4");
        var rate = model.Input("Loan / Term SOFR 3M", Unit.None, _ => 0.036, "assumption");
        var flow = model.Input("Project / Net cash flow", Units.Usd, t => t.Index < 2 ? -5 * need : 2 * need, kind: LineKind.Flow);
        var completion = model.Milestone("Completion", new(2027, 8, 15), "term sheet, 9");
        var closing = model.Declare("Loan / Closing balance", Units.Usd, LineKind.Level);
        var opening = model.Line("Loan / Opening balance", Units.Usd, t => closing.Previous(t, 0), LineKind.Opening);
        var draw = model.Line("Loan / Draw", Units.Usd, t => NotNegative(-0.70 * flow[t]), source: "term sheet, 2");
        var interest = model.Line("Loan / Interest", Units.Usd, t => opening[t] * (rate[t] + margin.Formula * (1 - 0.25 * completion.ShareAfter(t))) * t.YearFraction(DayCounts.Actual360));
        var principal = model.Line("Loan / Principal", Units.Usd, t => t.Index < 2 ? 0 : Min(opening[t], closing[1] / 6));
        closing.Is(t => opening[t] + draw[t] - principal[t]);
        model.Line("Ratios / DSCR", Unit.None, t => t.Index < 2 ? double.PositiveInfinity : Ratio(flow[t], interest[t] + principal[t], double.PositiveInfinity), LineKind.Level);
        model.Check("Checks / Loan: drawn = repaid + outstanding", Units.Usd, t => draw.Sum(0, t.Index) - principal.Sum(0, t.Index) - closing[t]);
        return model;
    }

    public static Run Run(double need = 1_000) => new Runner(Model(need)).Run();
}
