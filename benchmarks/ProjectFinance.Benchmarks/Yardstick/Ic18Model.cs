using System.Collections.Immutable;
using ProjectFinance.Evaluation;
using static ProjectFinance.Formula;
using static ProjectFinance.Units;
using Terms = ProjectFinance.Benchmarks.Yardstick.Ic18Terms;

namespace ProjectFinance.Benchmarks.Yardstick;

/// <summary>The yardstick deal IC-18M as a user of the library writes it: lines of one's own, through the public surface only.</summary>
static class Ic18Model
{
    const int Last = Terms.Periods - 1;

    /// <summary>The program from LIBOR, gold and Completion to minimum DSCR, shortfall, net present value of distributions and final balance.</summary>
    internal static Evaluation.Program Compile()
    {
        var (model, outputs, varying) = Write();
        return model.Compile(outputs, varying);
    }

    /// <summary>The model, its four outputs, and what varies.</summary>
    internal static (Model Model, ImmutableArray<Formula> Outputs, ImmutableArray<InputCell> Varying) Write()
    {
        var model = new Model(Timeline.Quarterly(Terms.Start, Terms.End(Last)));
        var periods = model.Periods;
        var libor = model.Input("LIBOR 3M", Unit.None, _ => null);
        var gold = model.Input("Gold price", Usd / GoldOunce, _ => null);
        var completed = model.Input("Completed", Unit.None, _ => null);
        Condition Completed(Period t) => completed[t] > 0;

        var opening = model.Declare("Loan / Opening", Usd);
        var closing = model.Declare("Loan / Closing", Usd);
        var cash = model.Declare("Proceeds Account / Closing", Usd);
        var shortfall = model.Declare("Shortfall / Cumulative", Usd);

        var margin = model.Line("Loan / Margin", Unit.None, t => When(Completed(t), Terms.MarginAfter, Terms.MarginBefore));
        var netCashFlow = model.Line("Project / Net cash flow", Usd, t =>
            Terms.Ounces(t.Index) * (1 - Terms.Royalty) * GoldOunce * gold[t] - (Terms.Ounces(t.Index) * Terms.UnitCost + Terms.FixedCost(t.Index) + Terms.Capital(t.Index)) * Usd);
        var presentValue = model.Declare("Project / Present value", Usd);
        presentValue.Is(t => t.Index == Last ? 0 : (presentValue[t.Index + 1] + netCashFlow[t.Index + 1]) * Terms.Step10(t.Index + 1));

        opening.Is(t => closing.Previous(t, 0));
        var interest = model.Line("Loan / Interest", Usd, t => opening[t] * (libor[t] + margin[t]) * (t.Days / 360.0));
        var fee = model.Line("Loan / Commitment fee", Usd, t => t.Index <= Terms.LastDraw ? (Terms.Commitment * Usd - opening[t]) * Terms.FeeRate * (t.Days / 360.0) : 0);
        var due = model.Line("Loan / Principal due", Usd, t => !Terms.IsInstalment(t.Index) ? 0 : t.Index == Last ? opening[t] : Min(opening[t], opening[Terms.LastDraw] / Terms.Instalments));
        var nextInterest = model.Line("Proceeds Account / Interest next three months", Usd, t => t.Index == Last ? 0
            : Min(Terms.InterestCap * Usd, opening[t] * (libor[t.Index + 1] + margin[t.Index + 1]) * (periods[t.Index + 1].Days / 360.0)));
        var minimum = model.Line("Proceeds Account / Minimum balance", Usd, t =>
            Max(Terms.LeastBalance * Usd, 0.10 * presentValue[t]) + nextInterest[t] + (t.Index == Last ? 0 : Terms.Capital(t.Index + 1)) * Usd);
        var before = model.Line("Proceeds Account / Before draw", Usd, t => cash.Previous(t, Terms.Equity * Usd) + netCashFlow[t]);
        var draw = model.Line("Loan / Draw", Usd, t => t.Index > Terms.LastDraw ? 0
            : Min(Max(0, minimum[t] + interest[t] + fee[t] - before[t]), Terms.Commitment * Usd - opening[t]));

        var available = model.Line("Waterfall / Available", Usd, t => before[t] + draw[t]);
        var feePaid = model.Line("Waterfall / Fee paid", Usd, t => Min(fee[t], Max(available[t], 0)));
        var afterFee = model.Line("Waterfall / After fee", Usd, t => available[t] - feePaid[t]);
        var interestPaid = model.Line("Waterfall / Interest paid", Usd, t => Min(interest[t], Max(afterFee[t], 0)));
        var afterInterest = model.Line("Waterfall / After interest", Usd, t => afterFee[t] - interestPaid[t]);
        var principalPaid = model.Line("Waterfall / Principal paid", Usd, t => Min(due[t], Max(afterInterest[t], 0)));
        var afterPrincipal = model.Line("Waterfall / After principal", Usd, t => afterInterest[t] - principalPaid[t]);
        shortfall.Is(t => shortfall.Previous(t, 0) + (fee[t] - feePaid[t]) + (interest[t] - interestPaid[t]) + (due[t] - principalPaid[t]));
        var distribution = model.Line("Waterfall / Distribution", Usd, t =>
            When(Completed(t), When(shortfall[t] > 0, 0, Max(0, afterPrincipal[t] - minimum[t])), 0));
        cash.Is(t => afterPrincipal[t] - distribution[t]);
        closing.Is(t => opening[t] + draw[t] + (fee[t] - feePaid[t]) + (interest[t] - interestPaid[t]) - principalPaid[t]);

        var service = model.Line("Ratios / Debt service", Usd, t => fee[t] + interest[t] + due[t]);
        var cover = model.Line("Ratios / DSCR", Unit.None, t => t.Index < 4 ? double.PositiveInfinity : Ratio(Max(netCashFlow[t], 0), service[t], double.PositiveInfinity));
        var least = model.Declare("Ratios / Minimum DSCR", Unit.None);
        least.Is(t => Min(least.Previous(t, double.PositiveInfinity), cover[t]));
        var value = model.Declare("Ratios / Net present value of distributions", Usd);
        value.Is(t => value.Previous(t, 0) + distribution[t] * Terms.Discount12(t.Index));

        return (model, [least[Last], shortfall[Last], value[Last], closing[Last]], [.. libor.Inputs, .. gold.Inputs, .. completed.Inputs]);
    }
}
