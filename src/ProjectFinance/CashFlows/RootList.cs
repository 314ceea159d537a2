using System.Collections.Immutable;
using ProjectFinance.Randomness;

namespace ProjectFinance.CashFlows;

/// <summary>The growths at which flows are worth nothing: logarithms of 1 + rate over one unit of time, in rising order, an infinity for one that no number shows.</summary>
/// <param name="logs">The logarithms.</param>
/// <param name="unitsOfPeriod">Units of time in the period the rate is of: 365 days in a year; 1 where they are the same.</param>
/// <param name="signChanges">Sign changes of the flows.</param>
readonly ref struct RootList(ReadOnlySpan<double> logs, double unitsOfPeriod, int signChanges)
{
    // The largest number's logarithm, and that of the smallest 1 + rate that can be told from zero.
    internal const double HighestLog = 709.78, LowestLog = -36.7;

    readonly ReadOnlySpan<double> logs = logs;

    internal int Count => logs.Length;

    internal int SignChanges => signChanges;

    internal double Rate(int i) => Growth.ExpLessOne(logs[i] * unitsOfPeriod);

    internal double Log(int i) => logs[i] * unitsOfPeriod;

    internal bool IsNumber(int i) => Log(i) is > LowestLog and < HighestLog;

    internal InternalRates ToRates()
    {
        var rates = ImmutableArray.CreateBuilder<double>(Count);
        for (int i = 0; i < Count; i++)
            if (IsNumber(i)) rates.Add(Rate(i));
        return new InternalRates { Rates = rates.ToImmutable(), SignChanges = signChanges, BeyondNumbers = Count - rates.Count };
    }

    /// <summary>The rate, if there is exactly one.</summary>
    /// <exception cref="InvalidInputException">There is none, several, or one that no number shows.</exception>
    internal double Only(string subject)
    {
        if (Count == 1 && IsNumber(0)) return Rate(0);
        if (Count == 0) throw None(subject, signChanges);
        if (Count == 1) throw Beyond(subject, Log(0));
        throw InvalidInputException.Of(subject, $"{Count} rates make the flows worth nothing: {Text()}", "give a guess to choose one of them, or ask for all", "guess");
    }

    internal static InvalidInputException None(string subject, int signChanges) => InvalidInputException.Of(subject,
        signChanges == 0 ? "the flows are all paid, all received or all zero, so no rate makes them worth nothing" : "no rate above -100 % makes the flows worth nothing",
        "the flows' value must change sign as the rate changes", "flows");

    internal static InvalidInputException Beyond(string subject, double log) => InvalidInputException.Of(subject,
        log > 0 ? "the rate exists, but is above 1.8E308" : "the rate exists, but is closer to -100 % than a number can show", "take a longer time between the flows, or a rate of a shorter period", "flows");

    string Text()
    {
        const int Most = 12;
        List<string> texts = [];
        for (int i = 0; i < Math.Min(Count, Most); i++)
            texts.Add(IsNumber(i) ? (Rate(i) * 100).ToString("G10", System.Globalization.CultureInfo.InvariantCulture) + " %" : Log(i) > 0 ? "one above 1.8E308" : "one at -100 % as far as numbers show");
        return string.Join(", ", texts) + (Count > Most ? ", ..." : "");
    }
}
