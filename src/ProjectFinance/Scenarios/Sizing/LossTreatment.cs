namespace ProjectFinance.Scenarios;

/// <summary>What becomes of a loss for tax.</summary>
public enum LossTreatment
{
    /// <summary>It is carried forward without end and set against later profits.</summary>
    CarriedForward,

    /// <summary>It is worth its tax at once: the owner sets it against other income.</summary>
    Refunded,

    /// <summary>It is lost.</summary>
    Lost,
}
