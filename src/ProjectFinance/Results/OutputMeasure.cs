namespace ProjectFinance;

/// <summary>What one number is taken of a line. Values that do not apply, such as a cover ratio while nothing is owed, are left out.</summary>
public enum OutputMeasure
{
    /// <summary>As suits the line: the total of a flow, the lowest of a plain number such as a ratio, the last of every other level.</summary>
    Usual,

    /// <summary>The value in one column.</summary>
    OnDate,

    /// <summary>The lowest value of all columns; positive infinity where none applies.</summary>
    Lowest,

    /// <summary>The highest value of all columns; positive infinity where none applies.</summary>
    Highest,

    /// <summary>The value in the last column in which it applies; positive infinity where it never does.</summary>
    Last,

    /// <summary>The sum of all columns of a flow; of a condition, in how many columns it holds.</summary>
    Total,
}
