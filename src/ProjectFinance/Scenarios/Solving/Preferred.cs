namespace ProjectFinance.Scenarios;

/// <summary>Which of several solutions is the answer.</summary>
public enum Preferred
{
    /// <summary>The one nearest to the usual value.</summary>
    Nearest,

    /// <summary>The lowest.</summary>
    Lowest,

    /// <summary>The highest.</summary>
    Highest,
}
