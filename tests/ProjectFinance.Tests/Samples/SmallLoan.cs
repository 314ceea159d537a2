#region small loan
using NodaTime;
using ProjectFinance;
using ProjectFinance.Results;
using ProjectFinance.Time;
using static ProjectFinance.Formula;
using static ProjectFinance.Units;

static class SmallLoan
{
    public static void Print(TextWriter output)
    {
        var model = new Model(Timeline.Quarterly(new LocalDate(2026, 12, 31), new LocalDate(2029, 12, 31)));
        var rate = model.Input("Loan / Term SOFR 3M", Unit.None, _ => 0.0360);
        var cashFlow = model.Input("Project / Net cash flow", Usd, t => t.Index < 2 ? -5_000_000 : 1_450_000, kind: LineKind.Flow);

        var closing = model.Declare("Loan / Closing balance", Usd, LineKind.Level);
        var opening = model.Line("Loan / Opening balance", Usd, t => closing.Previous(t, 0), LineKind.Opening);
        var draw = model.Line("Loan / Draw", Usd, t => NotNegative(-0.70 * cashFlow[t]));
        var interest = model.Line("Loan / Interest", Usd, t => opening[t] * (rate[t] + 0.0275) * t.YearFraction(DayCounts.Actual360));
        var principal = model.Line("Loan / Principal", Usd, t => t.Index < 2 ? 0 : Min(opening[t], closing[1] / 8));
        closing.Is(t => opening[t] + draw[t] - principal[t]);
        var cover = model.Line("Ratios / DSCR", Unit.None, t => t.Index < 2 ? double.PositiveInfinity
            : Ratio(cashFlow[t], interest[t] + principal[t], double.PositiveInfinity), LineKind.Level);

        var run = new Runner(model).Run();
        foreach (var t in model.Periods)
            output.WriteLine(FormattableString.Invariant(
                $"{t.End:uuuu-MM-dd} {run[draw, t],12:N0} {run[interest, t],10:N0} {run[principal, t],10:N0} {run[closing, t],12:N0} {run[cover, t],6:0.00}"));
    }
}
#endregion
