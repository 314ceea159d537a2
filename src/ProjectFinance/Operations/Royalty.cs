namespace ProjectFinance.Operations;

/// <summary>A royalty on net returns: what production is worth less the deductions the lease allows. 8-K 1996-07-11, Item 2(a): 5 % on production from the Upland lease.</summary>
public sealed record RoyaltyTerms
{
    /// <summary>Whose or for what land: "Upland lease". Ends the names of its lines: "Project / Royalty: Upland lease".</summary>
    public required string Name { get; init; }

    /// <summary>The share of net returns as a fraction: 5 % is 0.05. From 0 to 1.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>What may be deducted for each unit produced, for refining and transport: USD/oz 3. Not negative. The default is nothing.</summary>
    public Quantity? DeductionPerUnit { get; init; }

    /// <summary>
    /// What the lease area produces, where the royalty is limited to one, in the unit of production: by calendar, or as a share of "Project / Production". What exceeds the whole
    /// production is not counted. The default is none: the royalty is on all that is produced.
    /// </summary>
    public Plan? Area { get; init; }

    /// <summary>
    /// The line of advances recouped from this royalty: "Upland lease / Advance royalty paid". From the period after an advance is paid less royalty is payable until the advance is recouped; the royalty itself, and
    /// with it net cash flow, is what it would be without.
    /// The default is none: advances are not recouped.
    /// </summary>
    public string? Recoups { get; init; }

    /// <summary>Where it is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}
