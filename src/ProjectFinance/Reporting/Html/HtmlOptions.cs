using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>What the page of a run shows beside the run itself.</summary>
public sealed record HtmlOptions
{
    /// <summary>What the statement is read by. The default is calendar years.</summary>
    public ReportingStep By { get; init; } = ReportingStep.Year;

    /// <summary>What came out of a simulation of the same deal, shown as bands and tables. The default is none.</summary>
    public SimulationResult? Simulation { get; init; }
}
