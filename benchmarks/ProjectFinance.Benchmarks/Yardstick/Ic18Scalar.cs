using Terms = ProjectFinance.Benchmarks.Yardstick.Ic18Terms;

namespace ProjectFinance.Benchmarks.Yardstick;

/// <summary>IC-18M as a plain loop: one scenario after another, period after period.</summary>
sealed class Ic18Scalar
{
    const int Last = Terms.Periods - 1;

    readonly Ic18Tables tables = new();

    /// <param name="given">The scenarios.</param>
    /// <param name="outputs">[output][scenario], written: minimum DSCR, shortfall, net present value of distributions, final balance.</param>
    internal void Run(Ic18Scenarios given, double[][] outputs)
    {
        Span<double> netCashFlow = stackalloc double[Terms.Periods];
        Span<double> presentValue = stackalloc double[Terms.Periods];
        for (int s = 0; s < outputs[0].Length; s++)
        {
            LookAhead(given, s, netCashFlow, presentValue);
            Run(given, s, netCashFlow, presentValue, outputs);
        }
    }

    void LookAhead(Ic18Scenarios given, int s, Span<double> netCashFlow, Span<double> presentValue)
    {
        for (int i = Last; i >= 0; i--)
        {
            netCashFlow[i] = tables.NetOunces[i] * given.Gold[i][s] - tables.Cost[i];
            presentValue[i] = i == Last ? 0 : (presentValue[i + 1] + netCashFlow[i + 1]) * tables.Step10[i + 1];
        }
    }

    void Run(Ic18Scenarios given, int s, Span<double> netCashFlow, Span<double> presentValue, double[][] outputs)
    {
        double balance = 0, cash = Terms.Equity, instalment = 0, shortfall = 0, value = 0, cover = double.PositiveInfinity;
        double completed = given.FirstCompleted[s];
        double Rate(int i) => given.Libor[i][s] + (i >= completed ? Terms.MarginAfter : Terms.MarginBefore);
        for (int i = 0; i < Terms.Periods; i++)
        {
            double interest = balance * Rate(i) * tables.YearFraction[i];
            double fee = i <= Terms.LastDraw ? (Terms.Commitment - balance) * Terms.FeeRate * tables.YearFraction[i] : 0;
            if (i == Terms.LastDraw) instalment = balance / Terms.Instalments;
            double due = !tables.IsInstalment[i] ? 0 : i == Last ? balance : double.MinNative(balance, instalment);
            double minimum = double.MaxNative(Terms.LeastBalance, 0.10 * presentValue[i]);
            if (i < Last) minimum = minimum + double.MinNative(Terms.InterestCap, balance * Rate(i + 1) * tables.YearFraction[i + 1]) + tables.Capital[i + 1];

            cash += netCashFlow[i];
            if (i <= Terms.LastDraw)
            {
                double draw = double.MinNative(double.MaxNative(0, minimum + interest + fee - cash), Terms.Commitment - balance);
                cash += draw;
                balance += draw;
            }
            double feeUnpaid = fee - Pay(fee, ref cash), interestUnpaid = interest - Pay(interest, ref cash), paid = Pay(due, ref cash);
            shortfall = shortfall + feeUnpaid + interestUnpaid + (due - paid);
            balance = balance + feeUnpaid + interestUnpaid - paid;

            double service = fee + interest + due;
            if (i >= Terms.LastDraw && service > 0) cover = double.MinNative(cover, double.MaxNative(netCashFlow[i], 0) / service);
            if (i >= completed && !(shortfall > 0))
            {
                double distribution = double.MaxNative(0, cash - minimum);
                cash -= distribution;
                value += distribution * tables.Discount12[i];
            }
        }
        (outputs[0][s], outputs[1][s], outputs[2][s], outputs[3][s]) = (cover, shortfall, value, balance);
    }

    static double Pay(double due, ref double cash)
    {
        double paid = double.MinNative(due, double.MaxNative(cash, 0));
        cash -= paid;
        return paid;
    }
}
