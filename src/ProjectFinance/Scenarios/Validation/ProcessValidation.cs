using ProjectFinance.Deals.Json;
using ProjectFinance.Deals.Validation;

namespace ProjectFinance.Scenarios.Validation;

/// <summary>Whether the figures of a factor's law make sense.</summary>
/// <param name="subject">The factor: "Factor 'gold'".</param>
/// <param name="where">Where the law stands: "factors[0].process.hullWhite".</param>
sealed class ProcessValidation(string subject, string where)
{
    // A table of more days than any project's plan would only take memory.
    const double MostDays = 20_000;
    const double MostShape = 1_000_000, LeastShape = 0.001;
    const double SumTolerance = 1e-9;

    // Beyond any market; and from there on products of what is drawn may leave the range of numbers.
    const double MostVolatility = 5, MostDeviation = 10, MostYearly = 1, MostMultiple = 100;

    /// <summary>Everything that is wrong with a law.</summary>
    internal static IEnumerable<Problem> Problems(Process process, string subject, string where) => new ProcessValidation(subject, where).Of(process);

    IEnumerable<Problem> Of(Process process) => process switch
    {
        GeometricBrownian x => [.. UpTo(MostVolatility, x.Volatility, "volatility"), .. Yearly(x.Drift, "drift"), .. StartAlone(x.Start, x.Drift is null, "drift"), .. Price(x.Start, "price at the beginning", "start")],
        MeanRevertingPrice x =>
            [.. Positive(x.Speed, "speed", "speed"), .. UpTo(MostVolatility, x.Volatility, "volatility"), .. StartAlone(x.Start, x.Level is null, "level"), .. Price(x.Level, "level", "level"), .. Price(x.Start, "price at the beginning", "start")],
        HullWhite x => [.. TermCheck.NotNegative(x.Speed, Written(x.Speed), "speed", subject, $"{where}.speed"), .. UpTo(MostYearly, x.Volatility, "volatility"), .. Yearly(x.Floor, "floor")],
        Vasicek x => [.. Positive(x.Speed, "speed", "speed"), .. Yearly(x.Level, "level"), .. UpTo(MostYearly, x.Volatility, "volatility"), .. Yearly(x.Start, "start"), .. Yearly(x.Floor, "floor")],
        LognormalMultiple x => [.. UpTo(MostDeviation, x.Deviation, "deviation"), .. Positive(x.Mean, "mean", "mean"), .. Multiple(x.Mean, "mean")],
        TriangularMultiple x => Triangular(x),
        DiscreteDelay x => Discrete(x),
        GammaDelay x => Gamma(x),
        HistoricalPrice x => [.. History(x.History.Count, x.BlockLength), .. x.History.SelectMany(price => Positive(price.Value, $"price of {price.Key.Iso()}", $"history['{price.Key.Iso()}']"))],
        HistoricalRate x => [.. History(x.History.Count, x.BlockLength), .. Yearly(x.Floor, "floor")],
        _ => throw new ArgumentOutOfRangeException(nameof(process), process, "Not a law that is known."),
    };

    IEnumerable<Problem> Triangular(TriangularMultiple terms)
    {
        foreach (var problem in TermCheck.NotNegative(terms.Low, Written(terms.Low), "low", subject, $"{where}.low").Concat(Multiple(terms.High, "high"))) yield return problem;
        if (!(terms.Low < terms.High)) yield return new(subject, $"the low {Written(terms.Low)} is not below the high {Written(terms.High)}", "low, mode and high must be in order", $"{where}.high");
        else if (terms.Mode is { } mode && !(terms.Low <= mode && mode <= terms.High))
            yield return new(subject, $"the mode {Written(mode)} does not lie between the low {Written(terms.Low)} and the high {Written(terms.High)}", "low, mode and high must be in order", $"{where}.mode");
        else if (terms.Mode is null && 3 - terms.Low - terms.High is var kept && !(terms.Low <= kept && kept <= terms.High))
            yield return new(subject, $"no mode between {Written(terms.Low)} and {Written(terms.High)} makes the mean 1", "give the mode, or bounds about 1 of which neither is more than twice as far away as the other", $"{where}.mode");
    }

    IEnumerable<Problem> Discrete(DiscreteDelay terms)
    {
        foreach (var problem in TermCheck.NotEmpty(terms.Days, "delay", subject, where)) yield return problem;
        foreach (var (i, delay) in terms.Days.Index())
        {
            foreach (var problem in TermCheck.Share(delay.Probability, "probability", subject, $"{where}[{i}].probability")) yield return problem;
            if (terms.Days.Take(i).Any(earlier => earlier.Days == delay.Days)) yield return new(subject, $"the delay of {delay.Days} days is given twice", "each must be given once", $"{where}[{i}].days");
            if (Math.Abs((double)delay.Days) > MostDays) yield return new(subject, $"the delay is {delay.Days} days", "it must be at most 20000 days either way", $"{where}[{i}].days");
        }
        double sum = terms.Days.Sum(delay => delay.Probability.Fraction);
        if (!terms.Days.IsEmpty && !(Math.Abs(sum - 1) <= SumTolerance)) yield return new(subject, $"the probabilities add up to {new Percentage(sum)}", "they must add up to 100%", where);
    }

    List<Problem> Gamma(GammaDelay terms)
    {
        List<Problem> wrong = [.. Positive(terms.Mean, "mean", "mean"), .. Positive(terms.Deviation, "standard deviation", "deviation")];
        if (wrong.Count > 0) return wrong;
        double shape = terms.Mean / terms.Deviation * (terms.Mean / terms.Deviation);
        return [
            .. terms.Mean + 10 * terms.Deviation <= MostDays ? [] : new[] { new Problem(subject, $"a mean of {Written(terms.Mean)} days and a standard deviation of {Written(terms.Deviation)} reach beyond any plan", "ten standard deviations above the mean must be at most 20000 days", where) },
            .. shape is >= LeastShape and <= MostShape ? [] : new[] { new Problem(subject, $"the standard deviation is {Written(terms.Deviation)} days and the mean {Written(terms.Mean)}", "the standard deviation must be from a thousandth of the mean to thirty times it", $"{where}.deviation") },
        ];
    }

    IEnumerable<Problem> History(int observed, int blockLength)
    {
        if (observed < 3) yield return new(subject, $"the history has {observed} date{(observed == 1 ? "" : "s")}", "it must have three or more", $"{where}.history");
        else if (blockLength < 1 || blockLength > observed - 1) yield return new(subject, $"the length of a block is {blockLength}", $"it must be from 1 to the number of changes in the history, {observed - 1}", $"{where}.blockLength");
    }

    IEnumerable<Problem> UpTo(double most, Percentage value, string field) => value.Fraction <= most ? TermCheck.NotNegative(value, field, subject, $"{where}.{field}")
        : [new(subject, $"the {field} is {value}", $"it must be at most {new Percentage(most)}; 12 % is written '12%' or 0.12", $"{where}.{field}")];

    IEnumerable<Problem> Yearly(Percentage? value, string field) => value is not { } given || Math.Abs(given.Fraction) <= MostYearly ? []
        : [new(subject, $"the {field} is {given}", "it must be from -100% to 100%; 5 % is written '5%' or 0.05", $"{where}.{field}")];

    IEnumerable<Problem> Multiple(double value, string field) => value <= MostMultiple ? []
        : [new(subject, $"the {field} is {Written(value)}", "it must be at most 100; it multiplies the usual values, so 110 % is 1.1", $"{where}.{field}")];

    IEnumerable<Problem> Positive(double value, string what, string field) =>
        value > 0 && double.IsFinite(value) ? [] : [new(subject, $"the {what} is {Written(value)}", "it must be above zero", $"{where}.{field}")];

    IEnumerable<Problem> Price(Quantity? price, string what, string field) =>
        price is not { } given || given.Value > 0 ? [] : [new(subject, $"the {what} is {given}", "it must be above zero", $"{where}.{field}")];

    IEnumerable<Problem> StartAlone(Quantity? start, bool isAlone, string beside) =>
        start is null || !isAlone ? [] : [new(subject, $"a price at the beginning is given and no {beside}", $"give a {beside}, or leave the price out: without a {beside} the mean of every input is its usual value", $"{where}.start")];

    static string Written(double value) => FormattableString.Invariant($"{value:R}");
}
