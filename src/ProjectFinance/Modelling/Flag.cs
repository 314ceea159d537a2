namespace ProjectFinance;

/// <summary>A named row of conditions: a milestone reached, a default continuing.</summary>
public sealed class Flag
{
    internal Flag(Line line) => Line = line;

    /// <summary>The row as a line: 1 where the condition holds, 0 where it does not.</summary>
    public Line Line { get; }

    /// <summary>The name.</summary>
    public string Name => Line.Name;

    /// <summary>Whether the condition holds in a period.</summary>
    public Condition this[Period period] => this[period.Index];

    /// <summary>Whether the condition holds in the period with a number, from 0.</summary>
    public Condition this[int period] => new(Line.Model.Graph, Line.CellNode(period));

    /// <summary>The condition of the period before, or a given one in the first period.</summary>
    public Condition Previous(Period period, Condition atStart) => period.IsFirst ? atStart : this[period.Index - 1];
}
