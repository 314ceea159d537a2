using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>What the page of a run shows beside the run itself.</summary>
public sealed record HtmlOptions
{
    /// <summary>What the statement is read by. The default is calendar years.</summary>
    public ReportingStep By { get; init; } = ReportingStep.Year;

    /// <summary>What came out of a simulation of the same deal, shown as bands and tables. The default is none.</summary>
    public SimulationResult? Simulation { get; init; }

    /// <summary>What happened of the same run against the plan, shown by line. The default is none.</summary>
    public Variance? Variance { get; init; }

    /// <summary>What made the difference in one number between the plan and what happened, shown with <see cref="Variance"/>. The default is none; not without a variance.</summary>
    public Attribution? Attribution { get; init; }
}
