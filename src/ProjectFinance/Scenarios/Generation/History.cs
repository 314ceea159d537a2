using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Changes of the past in a circle, to be taken in blocks: sums of so many in a row from any place on.</summary>
sealed class History
{
    readonly double days;

    /// <summary>Takes the changes between what was observed.</summary>
    /// <param name="dates">The dates of what was observed.</param>
    /// <param name="values">The logarithms of prices, or rates, one a date.</param>
    /// <param name="blockLength">How many changes are taken in a row.</param>
    /// <param name="isMultiple">Whether they are logarithms.</param>
    internal History(IReadOnlyList<LocalDate> dates, IReadOnlyList<double> values, int blockLength, bool isMultiple)
    {
        (Changes, BlockLength, IsMultiple) = (values.Count - 1, blockLength, isMultiple);
        days = (double)NodaTime.Period.DaysBetween(dates[0], dates[^1]) / Changes;
        var sums = new double[Changes + blockLength + 1];
        for (int k = 1; k < sums.Length; k++) sums[k] = sums[k - 1] + values[(k - 1) % Changes + 1] - values[(k - 1) % Changes];
        Sums = [.. sums];
    }

    /// <summary>The history of a factor that is drawn from the past.</summary>
    internal static History Of(Process process) => process switch
    {
        HistoricalPrice x => new([.. x.History.Keys], [.. x.History.Values.Select(Logarithm.Of)], x.BlockLength, isMultiple: true),
        HistoricalRate x => new([.. x.History.Keys], [.. x.History.Values.Select(rate => rate.Fraction)], x.BlockLength, isMultiple: false),
        _ => throw new ArgumentOutOfRangeException(nameof(process), process, "Not drawn from the past."),
    };

    /// <summary>How many changes there are.</summary>
    internal int Changes { get; }

    /// <summary>How many are taken in a row.</summary>
    internal int BlockLength { get; }

    /// <summary>Whether changes are logarithms, to be multiplied.</summary>
    internal bool IsMultiple { get; }

    /// <summary>[place]: the sum of the changes before a place; behind the last, those from the first on again.</summary>
    internal ImmutableArray<double> Sums { get; }

    /// <summary>How many changes have happened some days after the beginning: one in the mean spacing of the dates, rounded.</summary>
    internal int Taken(int daysFromBeginning) => (int)Math.Floor(daysFromBeginning / days + 0.5);

    /// <summary>What must be taken from the sum of some changes so that the mean of the sum, or of e to its power, is as if nothing had changed.</summary>
    internal double Centre(int taken) => taken / BlockLength * CentreInBlock(BlockLength) + CentreInBlock(taken % BlockLength);

    // Every place is as likely to be drawn as any other.
    double CentreInBlock(int taken)
    {
        double sum = 0;
        for (int place = 0; place < Changes; place++) sum += IsMultiple ? Exponential.Of(Sums[place + taken] - Sums[place]) : Sums[place + taken] - Sums[place];
        return IsMultiple ? Logarithm.Of(sum / Changes) : sum / Changes;
    }
}
