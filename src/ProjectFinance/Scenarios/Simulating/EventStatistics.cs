using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Scenarios;

/// <summary>How often something happens, and when it first does.</summary>
public sealed record EventStatistics
{
    /// <summary>What it is: "Current ratio", "Any breach".</summary>
    public required string Name { get; init; }

    /// <summary>The flag that records it: "Breaches / Current ratio"; empty for any of a kind.</summary>
    public required string Line { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required SimulatedEvent Kind { get; init; }

    /// <summary>In how many scenarios it ever happens.</summary>
    public required long Count { get; init; }

    /// <summary>The part of the scenarios in which it ever happens, from 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>The standard error of the probability p over n scenarios drawn independently of each other: the root of p (1 - p) / n.</summary>
    public required double StandardError { get; init; }

    /// <summary>In how many scenarios it first happens on which day; only days on which it does, in order.</summary>
    public required ImmutableArray<FirstOn> First { get; init; }

    /// <summary>The day by which it has happened in half of the scenarios in which it ever does; null where it never does.</summary>
    public LocalDate? MedianFirst
    {
        get
        {
            long until = 0;
            foreach (var day in First)
                if ((until += day.Count) * 2 >= Count) return day.On;
            return null;
        }
    }
}

/// <summary>In how many scenarios something first happens on a day.</summary>
/// <param name="On">The end of the column.</param>
/// <param name="Count">How many scenarios.</param>
public sealed record FirstOn(LocalDate On, long Count);
