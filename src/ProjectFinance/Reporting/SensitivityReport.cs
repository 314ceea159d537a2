using System.Collections.Immutable;
using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Sensitivities with the deal and the run they are of, to be printed or written.</summary>
/// <param name="Deal">The deal as laid out.</param>
/// <param name="Run">A run of its model as planned.</param>
/// <param name="Sensitivities">The sensitivities of one of its outputs.</param>
public sealed record SensitivityReport(LaidOutDeal Deal, Run Run, Sensitivities Sensitivities)
{
    /// <summary>The same output with every input moved; null to leave it out. The default is null.</summary>
    public Tornado? Tornado { get; init; }

    /// <summary>How many inputs are shown, those of the largest effect. The default is all of them.</summary>
    public int Top { get; init; } = int.MaxValue;

    /// <summary>The output's value and the day it is of.</summary>
    internal ValueOn? Value => Sensitivities.Output.In(Run);

    internal Line Line => Run.Model.Find(Sensitivities.Output.Line);

    internal ImmutableArray<Sensitivity> Inputs => [.. Sensitivities.Inputs.Take(Top)];

    internal ImmutableArray<TornadoBar> Bars => Tornado is null ? [] : [.. Tornado.Bars.Take(Top)];
}
