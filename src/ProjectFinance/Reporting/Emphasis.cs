namespace ProjectFinance.Reporting;

/// <summary>What a line of a report is, for a terminal that can show it.</summary>
public enum Emphasis
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>A title or the heading of a table.</summary>
    Heading,

    /// <summary>A total.</summary>
    Total,

    /// <summary>A note.</summary>
    Note,

    /// <summary>Something that needs attention: a breach, a check that is not zero.</summary>
    Warning,
}

/// <summary>A line of a report.</summary>
/// <param name="Text">The text, without a line end; at most 120 characters.</param>
/// <param name="Emphasis">What it is. The default is nothing special.</param>
public sealed record TextLine(string Text, Emphasis Emphasis = Emphasis.Plain);
