using System.Collections.Immutable;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Scenarios;

/// <summary>What one shard of a simulation counted. Written as JSON it is the same bytes whenever and wherever the shard is run.</summary>
public sealed class SimulationPart
{
    const string Subject = "Shard file";

    internal SimulationPart(SimulationHeading heading, Shard shard, SimulationTallies tallies, string name = "") => (Heading, Shard, Tallies, Name) = (heading, shard, tallies, name);

    /// <summary>What is simulated, in all shards together.</summary>
    public SimulationHeading Heading { get; }

    /// <summary>Which part this is.</summary>
    public Shard Shard { get; }

    /// <summary>Where it was read from; empty for one that was just computed.</summary>
    public string Name { get; }

    internal SimulationTallies Tallies { get; }

    /// <summary>The part as JSON that ends with a line feed; docs/simulation.md says what is in it.</summary>
    public string ToJson() => JsonText.Of(json => ShardWriter.Write(json, this), indented: false) + "\n";

    /// <summary>Reads a part.</summary>
    /// <param name="json">What <see cref="ToJson"/> writes.</param>
    /// <param name="name">The part's name in messages. The default is "shard".</param>
    /// <exception cref="InvalidInputException">It is no shard file of this version, or it is damaged.</exception>
    public static SimulationPart Parse(string json, string name = "shard")
    {
        ArgumentNullException.ThrowIfNull(json);
        return ShardReader.Read(json, name);
    }

    /// <summary>Reads a part from a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="InvalidInputException">There is no such file, it is no shard file of this version, or it is damaged.</exception>
    public static SimulationPart Read(string path) => ShardReader.Read(JsonFile.TextOf(Subject, path), path);

    /// <summary>Joins the parts of one simulation to the result of the whole, the same bits as if it had been run undivided.</summary>
    /// <param name="parts">The parts, in any order; one that is given twice counts once.</param>
    /// <exception cref="InvalidInputException">Parts are missing, belong to different simulations, or two of one number differ; every problem at once.</exception>
    public static SimulationResult Merge(IEnumerable<SimulationPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var merging = new SimulationMerge();
        foreach (var part in parts) merging.Add(part);
        return merging.Result();
    }

    /// <summary>Computes a part.</summary>
    internal static SimulationPart Of(Model model, string deal, Func<ImmutableArray<InputCell>, IScenarios> scenarios, SimulationOptions options, CancellationToken cancellation)
    {
        var plan = SimulationPlan.Of(model, deal, needed => CheckedScenarios.Of(scenarios(needed)), options);
        using var raw = options.RawFolder is { } folder ? new RawOutput(plan, options.Shard, folder) : null;
        var tallies = new SimulationRun(plan, options, raw, cancellation).Run();
        raw?.Complete();
        return new SimulationPart(plan.Heading, options.Shard, tallies);
    }
}
