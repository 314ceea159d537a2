using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Calculations;

/// <summary>Something that can be asked for by name.</summary>
abstract class Function(string name, string about)
{
    static readonly ImmutableArray<Function> All = [.. DateFunctions.All, .. CashFlowFunctions.All, .. AnnuityFunctions.All, .. LoanFunctions.All];

    static readonly FrozenDictionary<string, Function> ByName = All.ToFrozenDictionary(function => function.Name);

    /// <summary>The names of all.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. All.Select(function => function.Name)];

    /// <summary>All functions.</summary>
    internal static IReadOnlyList<Function> Each => All;

    /// <summary>The name in requests: "yearFraction".</summary>
    internal string Name { get; } = name;

    /// <summary>What it gives, for the schema.</summary>
    internal string About { get; } = about;

    /// <summary>The function of a name.</summary>
    /// <exception cref="InvalidInputException">There is none; the message names the nearest.</exception>
    internal static Function Find(string name) => ByName.GetValueOrDefault(name)
        ?? throw InvalidInputException.Of($"Function '{name}'", "there is no function of that name", Nearest.Hint(name, Names), "fn");

    /// <summary>Reads the request and writes the fields of its answer into an object that is begun.</summary>
    /// <exception cref="InvalidInputException">Everything that is wrong with the request.</exception>
    internal abstract void Answer(JsonElement request, Utf8JsonWriter json);

    /// <summary>The JSON Schema of its requests.</summary>
    internal abstract JsonObject Schema(Definitions definitions);
}

/// <summary>A function of one kind of request.</summary>
/// <param name="name">The name in requests.</param>
/// <param name="about">What it gives.</param>
/// <param name="arguments">What may stand in its requests.</param>
/// <param name="answer">Computes and writes the fields of the answer.</param>
sealed class Function<T>(string name, string about, ObjectShape<T> arguments, Action<T, Utf8JsonWriter> answer) : Function(name, about) where T : class
{
    static readonly JsonFile Document = new("Request", "request", null);

    readonly ObjectShape<T> shape = arguments
        .Required("fn", Leaf.Text, _ => name, (x, _) => x, $"\"{name}\".")
        .Optional("id", new AnyShape(), _ => default, (x, _) => x, "Anything; the answer has the same.");

    /// <inheritdoc/>
    internal override void Answer(JsonElement request, Utf8JsonWriter json)
    {
        var problems = new List<Problem>();
        bool whole = shape.TryRead(request, new JsonPlace($"Function '{Name}'", Document, problems), out var read);
        if (!whole || problems.Count > 0) throw new InvalidInputException(problems);
        answer(read!, json);
    }

    /// <inheritdoc/>
    internal override JsonObject Schema(Definitions definitions) => shape.Schema(definitions);
}
