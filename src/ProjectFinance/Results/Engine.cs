using System.Reflection;
using System.Text.Json;

namespace ProjectFinance.Results;

/// <summary>Which library made a report.</summary>
static class Engine
{
    internal const string Name = "ProjectFinance";

    /// <summary>The library's version, without the commit it was built from: "0.1.0".</summary>
    internal static string Version { get; } =
        (typeof(Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    /// <summary>Writes the field "engine".</summary>
    internal static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("engine");
        json.WriteString("name", Name);
        json.WriteString("version", Version);
        json.WriteEndObject();
    }
}
