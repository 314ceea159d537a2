namespace ProjectFinance.Scenarios;

/// <summary>What came of a reverse stress.</summary>
public enum StressOutcome
{
    /// <summary>A move was found.</summary>
    Found,

    /// <summary>The condition holds with the usual values already.</summary>
    HoldsAlready,

    /// <summary>No move within the standard deviations looked at makes it hold, in any of the directions looked along.</summary>
    NotFound,
}
