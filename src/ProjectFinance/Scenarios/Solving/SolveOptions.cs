using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>How to look for a break-even.</summary>
public sealed record SolveOptions
{
    /// <summary>How the inputs move together. The default is to one level.</summary>
    public VariedBy By { get; init; } = VariedBy.Level;

    /// <summary>The lowest number looked at, in the unit of the inputs; for a factor a plain number. The default follows the usual values: a level from zero (a price from a hundredth of its lowest value), a factor from 0.01, an addition from minus the largest value; dates from the start of the timeline.</summary>
    public double? From { get; init; }

    /// <summary>The highest number looked at. The default is four times the largest usual value; for a factor 4; dates to the end of the timeline.</summary>
    public double? To { get; init; }

    /// <summary>Only whole multiples of this are looked at: 0.01 for cents, 1 for days. At least 0. The default is a day for dates, and 0, any number, for all else.</summary>
    public double? Step { get; init; }

    /// <summary>Into how many equal parts the range is cut to look for solutions; two that fall into one part may be missed. From 1 to 100,000. The default is 1,024, for each of many scenarios 64.</summary>
    public int? Parts { get; init; }

    /// <summary>How narrow the answer is bracketed, in the unit of the number varied. Above 0. The default is a 2^44th of the range. Not used where there is a step.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Which of several solutions is the answer. The default is the nearest to the usual value.</summary>
    public Preferred Prefer { get; init; } = Preferred.Nearest;

    /// <summary>Inputs that observe the market up to this day keep their values: they are known. The default is that none is known.</summary>
    public NodaTime.LocalDate? KnownTo { get; init; }
}
