namespace ProjectFinance.Scenarios;

/// <summary>How one number moves every input of a group.</summary>
public enum VariedBy
{
    /// <summary>All are set to the number.</summary>
    Level,

    /// <summary>Each is its usual value times the number.</summary>
    Factor,

    /// <summary>Each is its usual value plus the number.</summary>
    Addition,
}
