using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>
/// The backward recursion. With E the cash flow before tax, d depreciation, k the cover ratio, r the period's rate and tau the tax rate, while tax is paid
/// B(t-1) (1 + r - r tau / k) = B(t) + (E - tau (E - d)) / k; while none is, B(t-1) (1 + r) = B(t) + E / k. Which of them holds follows from the balance itself, since each
/// period's tax falls as the balance rises. Losses carried forward make a period's tax depend on the periods before it: then tax and loan are found in turns.
/// </summary>
static class SculptingRecursion
{
    const int MostPasses = 1000;

    internal static SculptedDebt Solve(Sculpting terms)
    {
        if (terms.Tax is not { Losses: LossTreatment.CarriedForward } tax) return Certified(terms, Backward(terms, null), 1);
        // While no loss arises there is nothing to carry, and the recursion closes.
        var opening = Backward(terms with { Tax = tax with { Losses = LossTreatment.Refunded } }, null);
        if (tax.On(terms.CashFlow, Interest(terms, opening)).SequenceEqual((tax with { Losses = LossTreatment.Refunded }).On(terms.CashFlow, Interest(terms, opening)))) return Certified(terms, opening, 1);
        for (int pass = 2; pass <= MostPasses; pass++)
        {
            var next = Backward(terms, tax.On(terms.CashFlow, Interest(terms, opening)));
            double moved = opening.Zip(next, (a, b) => Math.Abs(a - b)).Max(), size = next.Max(Math.Abs);
            opening = next;
            // Rounding keeps the last bits of a sum moving.
            if (moved <= 1e-15 * size * terms.CashFlow.Length) return Certified(terms, opening, pass);
        }
        throw InvalidInputException.Of("Sculpted loan", $"tax and loan do not settle in {MostPasses} passes", "shorten the loan, raise the cover ratio, or treat losses as refunded or lost");
    }

    /// <summary>The balance at the start of each period, and zero after the last, [period + 1].</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="tax">The tax of each period where it is known; null where it follows from the balance.</param>
    static double[] Backward(Sculpting terms, double[]? tax)
    {
        var balance = new double[terms.CashFlow.Length + 1];
        for (int t = terms.CashFlow.Length - 1; t >= 0; t--)
        {
            double e = terms.CashFlow[t], k = terms.Cover(t), r = terms.Rate(t);
            double untaxed = (balance[t + 1] + (e - (tax?[t] ?? 0)) / k) / (1 + r);
            balance[t] = tax is null && terms.Tax is { } known ? Taxed(known, e, known.Depreciation[t], k, r, balance[t + 1], untaxed) : untaxed;
        }
        return balance;
    }

    static double Taxed(SculptingTax tax, double e, double d, double k, double r, double after, double untaxed)
    {
        double taxed = (after + (e - tax.Rate * (e - d)) / k) / (1 + r - r * tax.Rate / k);
        return tax.Losses == LossTreatment.Refunded || e - d - r * taxed >= 0 ? taxed : untaxed;
    }

    static double[] Interest(Sculpting terms, double[] balance) => [.. terms.CashFlow.Select((_, t) => balance[t] * terms.Rate(t))];

    static SculptedDebt Certified(Sculpting terms, double[] balance, int passes)
    {
        int periods = terms.CashFlow.Length;
        var interest = Interest(terms, balance);
        double[] tax = terms.Tax?.On(terms.CashFlow, interest) ?? new double[periods];
        double[] available = [.. terms.CashFlow.Select((flow, t) => flow - tax[t])];
        if (Array.FindIndex(available, flow => flow < 0) is var short_ and >= 0)
            throw InvalidInputException.Of("Sculpted loan", FormattableString.Invariant($"tax of {tax[short_]:R} leaves less than nothing of the cash flow"), "give less depreciation elsewhere, or more cash flow there", $"period {short_ + 1}");
        double[] principal = [.. Enumerable.Range(0, periods).Select(t => balance[t] - balance[t + 1])];
        double[] service = [.. interest.Zip(principal, (i, p) => i + p)];
        return new()
        {
            Debt = balance[0], CashFlow = [.. available], Tax = [.. tax], Interest = [.. interest], Principal = [.. principal], Balance = [.. balance.Skip(1)],
            Reserve = [.. Enumerable.Range(1, periods).Select(t => Ahead(service, t, terms))], ReserveAtStart = Ahead(service, 0, terms), Passes = passes,
            Residual = Enumerable.Range(0, periods).Max(t => Math.Abs(available[t] - terms.Cover(t) * service[t])),
        };
    }

    /// <summary>The debt service of the reserve's months from a period on.</summary>
    static double Ahead(double[] service, int from, Sculpting terms)
    {
        double periods = terms.ReserveMonths * terms.PeriodsPerYear / 12, sum = 0;
        for (int t = from; t < service.Length && periods > 0; t++, periods--) sum += service[t] * Math.Min(1, periods);
        return sum;
    }
}
