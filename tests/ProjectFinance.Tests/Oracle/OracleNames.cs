namespace ProjectFinance.Tests.Oracle;

/// <summary>The names of the parties of the deal's lines, and of the seven obligations in the waterfall.</summary>
static class OracleNames
{
    public const string L = "Project loan";
    public const string A = "Proceeds Account";
    public const string P = "Project";

    public const string Royalty = $"{P} / Royalty";
    public const string OperatingCosts = $"{P} / Operating costs";
    public const string CapitalCosts = $"{P} / Capital costs";
    public const string EstablishmentFee = $"{L} / Establishment fee";
    public const string CommitmentFee = $"{L} / Commitment fee";
    public const string Interest = $"{L} / Interest";
    public const string Principal = $"{L} / Principal";

    public static IReadOnlyList<string> Obligations { get; } =
        [Royalty, OperatingCosts, CapitalCosts, EstablishmentFee, CommitmentFee, Interest, Principal];
}
