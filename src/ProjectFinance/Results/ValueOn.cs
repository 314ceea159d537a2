using NodaTime;

namespace ProjectFinance.Results;

/// <summary>A value and the day on which it was had: the lowest DSCR and when.</summary>
/// <param name="Value">The value, in the unit of the line it comes from; always finite.</param>
/// <param name="On">The end of the column: 1998-03-31.</param>
public sealed record ValueOn(double Value, LocalDate On)
{
    /// <summary>The first of a line's lowest values; null where no value is finite.</summary>
    internal static ValueOn? Lowest(Run run, Line line) => Extreme(run, line, -1);

    /// <summary>The first of a line's highest values; null where no value is finite.</summary>
    internal static ValueOn? Highest(Run run, Line line) => Extreme(run, line, 1);

    static ValueOn? Extreme(Run run, Line line, int sign)
    {
        ValueOn? found = null;
        foreach (var period in line.Model.Periods)
            if (run[line, period] is var value && double.IsFinite(value) && (found is null || sign * value > sign * found.Value)) found = new(value, period.End);
        return found;
    }
}
