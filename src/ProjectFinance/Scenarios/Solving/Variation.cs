using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>Inputs that one number moves together, and the numbers looked at.</summary>
public sealed record Variation
{
    /// <summary>The inputs, as people name them: "gold".</summary>
    public required string Name { get; init; }

    /// <summary>How the number moves them.</summary>
    public required VariedBy By { get; init; }

    /// <summary>What the number is counted in: that of the inputs; for a factor a plain number.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The inputs that move.</summary>
    public required ImmutableArray<InputCell> Inputs { get; init; }

    /// <summary>How many inputs of that name stay as they are, because they are known or the outputs do not depend on them.</summary>
    public required int Unmoved { get; init; }

    /// <summary>The number that stands for the usual values: their mean for a level, 1 for a factor, 0 for an addition; positive infinity for a date that is never.</summary>
    public required double Usual { get; init; }

    /// <summary>The lowest number looked at.</summary>
    public required double From { get; init; }

    /// <summary>The highest number looked at.</summary>
    public required double To { get; init; }

    /// <summary>Only whole multiples of this are looked at; 0 for any number.</summary>
    public required double Step { get; init; }

    /// <summary>The inputs' usual values.</summary>
    internal ImmutableArray<double> UsualValues { get; init; }

    /// <summary>The value of an input whose usual value, or whose value in a scenario, is given.</summary>
    internal double ValueOf(double usual, double number) => By switch
    {
        VariedBy.Level => number,
        VariedBy.Factor => usual * number,
        _ => usual + number,
    };

    /// <summary>The place of a number among those looked at: its count of steps, or the number itself where there is no step.</summary>
    internal double PlaceOf(double number) => Step == 0 ? number : number / Step;

    /// <summary>The number at a place. A step below 1 is taken as one part of a whole, so that 0.01 makes exact cents.</summary>
    internal double NumberAt(double place) => Step == 0 ? place : Step < 1 ? place / Math.Round(1 / Step) : place * Step;

    /// <summary>The changes to a run that set the inputs.</summary>
    internal Dictionary<InputCell, double> Changes(double number) => Inputs.Index().ToDictionary(cell => cell.Item, cell => ValueOf(UsualValues[cell.Index], number));
}
