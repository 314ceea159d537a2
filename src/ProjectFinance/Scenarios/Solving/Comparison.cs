namespace ProjectFinance.Scenarios;

/// <summary>How an output is compared with a value.</summary>
public enum Comparison
{
    /// <summary>Not less than the value, "&gt;=".</summary>
    AtLeast,

    /// <summary>Not more than the value, "&lt;=".</summary>
    AtMost,

    /// <summary>The value itself, "=".</summary>
    Exactly,
}
