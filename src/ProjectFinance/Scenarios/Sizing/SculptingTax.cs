using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>The tax that a sculpted loan's own interest reduces: rate x (cash flow before tax - depreciation - interest).</summary>
public sealed record SculptingTax
{
    /// <summary>The rate as a fraction: 35 % is 0.35. From 0 up to, but not, 1.</summary>
    public required double Rate { get; init; }

    /// <summary>What is deducted besides interest in each period, [period]. Not negative.</summary>
    public required ImmutableArray<double> Depreciation { get; init; }

    /// <summary>What becomes of a loss. The default is that it is carried forward.</summary>
    public LossTreatment Losses { get; init; } = LossTreatment.CarriedForward;

    /// <summary>The tax of each period, where interest is known.</summary>
    internal double[] On(ImmutableArray<double> cashFlow, double[] interest)
    {
        var tax = new double[cashFlow.Length];
        double carried = 0;
        for (int t = 0; t < tax.Length; t++)
        {
            double profit = cashFlow[t] - Depreciation[t] - interest[t];
            if (Losses == LossTreatment.CarriedForward) (profit, carried) = (Math.Max(0, profit - carried), Math.Max(0, carried - profit));
            tax[t] = Rate * (Losses == LossTreatment.Refunded ? profit : Math.Max(0, profit));
        }
        return tax;
    }
}
