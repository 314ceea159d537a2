using ProjectFinance.Modelling;

namespace ProjectFinance;

/// <summary>A named single number of a deal that scenarios may change: a commitment, a margin, the date of a milestone.</summary>
public sealed class Parameter
{
    readonly Graph graph;
    readonly Sign sign;

    internal Parameter(Graph graph, InputCell input, Sign sign) => (this.graph, Input, this.sign) = (graph, input, sign);

    /// <summary>The name: "Project loan / Commitment".</summary>
    public string Name => Input.Name;

    /// <summary>What it is counted in.</summary>
    public Unit Unit => Input.Unit;

    /// <summary>Its usual value.</summary>
    public double Value => Input.Value;

    /// <summary>Where the value comes from.</summary>
    public string Source => Input.Source;

    /// <summary>The number as something a scenario may supply.</summary>
    public InputCell Input { get; internal set; }

    /// <summary>The parameter in a formula.</summary>
    public static implicit operator Formula(Parameter parameter) => new(parameter.graph, parameter.graph.Input(parameter.Input.Slot, parameter.sign), parameter.Unit);

    /// <summary>The parameter in a formula, where a method of <see cref="Formula"/> is wanted.</summary>
    public Formula Formula => this;
}
