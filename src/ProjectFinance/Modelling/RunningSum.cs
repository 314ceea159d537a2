namespace ProjectFinance.Modelling;

/// <summary>Sums from the first period up to each period, each built on the one before, so that a thousand periods take a thousand additions.</summary>
sealed class RunningSum(Model model, Func<Period, Formula> amount)
{
    readonly List<Formula> sums = [];

    /// <summary>The sum of the amounts of every period up to this one.</summary>
    internal Formula To(Period period)
    {
        while (sums.Count <= period.Index)
        {
            var next = amount(model.Periods[sums.Count]);
            sums.Add(sums.Count == 0 ? next : sums[^1] + next);
        }
        return sums[period.Index];
    }
}
