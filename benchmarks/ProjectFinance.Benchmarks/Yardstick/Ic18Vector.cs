using static System.Runtime.Intrinsics.Vector512;
using Terms = ProjectFinance.Benchmarks.Yardstick.Ic18Terms;
using Vector = System.Runtime.Intrinsics.Vector512<double>;

namespace ProjectFinance.Benchmarks.Yardstick;

/// <summary>
/// IC-18M fused by hand, eight scenarios to a vector, without a branch on anything that varies: the operations of <see cref="Ic18Scalar"/>
/// in the same order. Eight vectors go through each period together, so that some compute while others wait for their operands.
/// </summary>
sealed unsafe class Ic18Vector
{
    const int Lanes = 8;
    const int Groups = 8;
    const int Last = Terms.Periods - 1;
    const int StateRows = 7;

    readonly Ic18Tables tables = new();

    /// <param name="given">The scenarios.</param>
    /// <param name="outputs">[output][scenario], written: minimum DSCR, shortfall, net present value of distributions, final balance. A multiple of eight scenarios.</param>
    internal void Run(Ic18Scenarios given, double[][] outputs)
    {
        Vector* memory = stackalloc Vector[(2 * Terms.Periods + StateRows) * Groups + 1];
        memory = (Vector*)(((nint)memory + sizeof(Vector) - 1) / sizeof(Vector) * sizeof(Vector));
        for (int s = 0; s < outputs[0].Length; s += Groups * Lanes)
        {
            int groups = Math.Min(Groups, (outputs[0].Length - s) / Lanes);
            var (netCashFlow, minimum, state) = (new Rows(memory), new Rows(memory + Terms.Periods * Groups), new Rows(memory + 2 * Terms.Periods * Groups));
            LookAhead(given, s, groups, netCashFlow, minimum);
            Begin(given, s, groups, state);
            for (int i = 0; i < Terms.Periods; i++) Period(given, s, groups, i, netCashFlow[i], minimum[i], state);
            for (int o = 0; o < outputs.Length; o++)
                for (int g = 0; g < groups; g++) state[o][g].CopyTo(outputs[o], s + g * Lanes);
        }
    }

    // The minimum balance before what the period itself adds to it.
    void LookAhead(Ic18Scenarios given, int s, int groups, Rows netCashFlow, Rows minimum)
    {
        for (int g = 0; g < groups; g++)
        {
            Vector presentValue = Vector.Zero, next = Vector.Zero;
            for (int i = Last; i >= 0; i--)
            {
                if (i < Last) presentValue = (presentValue + next) * Create(tables.Step10[i + 1]);
                minimum[i][g] = MaxNative(Create(Terms.LeastBalance), Create(0.10) * presentValue);
                netCashFlow[i][g] = next = Create(tables.NetOunces[i]) * Create(given.Gold[i], s + g * Lanes) - Create(tables.Cost[i]);
            }
        }
    }

    static void Begin(Ic18Scenarios given, int s, int groups, Rows state)
    {
        for (int g = 0; g < groups; g++)
        {
            state[Cover][g] = Create(double.PositiveInfinity);
            state[Shortfall][g] = state[Value][g] = state[Balance][g] = Vector.Zero;
            state[Cash][g] = Create(Terms.Equity);
            state[Rate][g] = RateOf(given, 0, s + g * Lanes);
        }
    }

    void Period(Ic18Scenarios given, int s, int groups, int i, Vector* netCashFlows, Vector* minimums, Rows state)
    {
        Vector zero = Vector.Zero, commitment = Create(Terms.Commitment), period = Create((double)i);
        Vector fraction = Create(tables.YearFraction[i]), nextFraction = Create(i < Last ? tables.YearFraction[i + 1] : 0);
        Vector capital = Create(i < Last ? tables.Capital[i + 1] : 0), discount = Create(tables.Discount12[i]);
        bool isInstalment = tables.IsInstalment[i];
        for (int g = 0; g < groups; g++)
        {
            Vector balance = state[Balance][g], interest = balance * state[Rate][g] * fraction, fee = zero, due = zero, minimum = minimums[g];
            if (i <= Terms.LastDraw) fee = (commitment - balance) * Create(Terms.FeeRate) * fraction;
            if (i == Terms.LastDraw) state[Instalment][g] = balance / Create((double)Terms.Instalments);
            if (isInstalment) due = i == Last ? balance : MinNative(balance, state[Instalment][g]);
            if (i < Last)
            {
                var rate = state[Rate][g] = RateOf(given, i + 1, s + g * Lanes);
                minimum = minimum + MinNative(Create(Terms.InterestCap), balance * rate * nextFraction) + capital;
            }

            Vector cash = state[Cash][g] + netCashFlows[g], shortfall = state[Shortfall][g], service = fee + interest;
            if (i <= Terms.LastDraw)
            {
                var draw = MinNative(MaxNative(zero, minimum + interest + fee - cash), commitment - balance);
                cash += draw;
                balance += draw;
                var feeUnpaid = fee - Pay(fee, ref cash);
                shortfall += feeUnpaid;
                balance += feeUnpaid;
            }
            var unpaid = interest - Pay(interest, ref cash);
            shortfall += unpaid;
            balance += unpaid;
            if (isInstalment)
            {
                var paid = Pay(due, ref cash);
                shortfall += due - paid;
                balance -= paid;
                service += due;
            }

            if (i >= Terms.LastDraw)
                state[Cover][g] = MinNative(state[Cover][g], ConditionalSelect(GreaterThan(service, zero), MaxNative(netCashFlows[g], zero) / service, Create(double.PositiveInfinity)));
            var mayDistribute = LessThanOrEqual(Create(given.FirstCompleted, s + g * Lanes), period) & ~GreaterThan(shortfall, zero);
            var distribution = mayDistribute & MaxNative(zero, cash - minimum);
            state[Cash][g] = cash - distribution;
            state[Value][g] += distribution * discount;
            state[Balance][g] = balance;
            state[Shortfall][g] = shortfall;
        }
    }

    static Vector Pay(Vector due, ref Vector cash)
    {
        var paid = MinNative(due, MaxNative(cash, Vector.Zero));
        cash -= paid;
        return paid;
    }

    static Vector RateOf(Ic18Scenarios given, int i, int s) =>
        Create(given.Libor[i], s) + ConditionalSelect(LessThanOrEqual(Create(given.FirstCompleted, s), Create((double)i)), Create(Terms.MarginAfter), Create(Terms.MarginBefore));

    // The rows of the state; the first four are the outputs.
    const int Cover = 0, Shortfall = 1, Value = 2, Balance = 3, Cash = 4, Rate = 5, Instalment = 6;

    /// <summary>Rows of a vector for each group: [row][group].</summary>
    readonly struct Rows(Vector* memory)
    {
        internal Vector* this[int row] => memory + row * Groups;
    }
}
