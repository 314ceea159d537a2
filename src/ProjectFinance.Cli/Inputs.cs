using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ProjectFinance.Deals;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Cli;

/// <summary>The arguments and options that several verbs have, and how they are read.</summary>
static class Inputs
{
    const string ScenarioFiles = "scenarios*.json";

    internal static Argument<string> Deal() => new("DEAL") { Description = "The term sheet: a JSON file." };

    internal static Option<string[]> Market() => new("--market") { Description = "Rates and prices: a JSON file. Of several, a later one replaces the series it has. [default: the term sheet's planning assumptions]", HelpName = "FILE", DefaultValueFactory = _ => [] };

    internal static Option<string?> AsOf() => new("--as-of") { Description = "The day at whose end rates, prices and amendments are known; later ones are planned or unknown. [default: all are known]", HelpName = "DATE" };

    internal static Option<string?> Format(string formats) => new("--format") { Description = $"{formats}. [default: table]", HelpName = "FORMAT" };

    internal static Option<string?> Out() => new("--out") { Description = "The file to write, whole or not at all. [default: standard output]", HelpName = "FILE" };

    /// <summary>Reads a term sheet.</summary>
    /// <exception cref="InvalidInputException">Everything that is wrong with it.</exception>
    internal static Deal ReadDeal(string path) => ProjectFinance.Deal.Read(FileAt("Term sheet", path));

    /// <summary>Reads a description of random scenarios.</summary>
    /// <exception cref="InvalidInputException">Everything that is wrong with it.</exception>
    internal static ScenarioTerms ReadScenarios(string path) => ScenarioTerms.Read(FileAt("Scenarios", path));

    /// <summary>The description of random scenarios that lies beside a term sheet.</summary>
    /// <exception cref="InvalidInputException">There is none, or several.</exception>
    internal static string ScenariosBeside(string deal)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(FileAt("Term sheet", deal)))!;
        var found = Directory.Exists(folder) ? Directory.GetFiles(folder, ScenarioFiles).Order(StringComparer.Ordinal).ToList() : [];
        return found.Count == 1 ? found[0]
            : throw InvalidInputException.Of("Scenarios", found.Count == 0 ? $"there is no file {ScenarioFiles} beside the term sheet" : $"there are {found.Count} beside the term sheet: {string.Join(", ", found.Select(Path.GetFileName))}", "name one", "--scenarios");
    }

    /// <summary>Reads files of market data, later ones over earlier ones; null where there are none.</summary>
    internal static Market? ReadMarkets(Findings findings, IEnumerable<string> paths) =>
        paths.Select(path => findings.Try(() => ProjectFinance.Market.Read(FileAt("Market data", path)))).OfType<Market>().Aggregate((Market?)null, (all, next) => all is null ? next : all.With(next));

    /// <summary>Reads the shards of a simulation, one at a time in memory.</summary>
    internal static SimulationMerge ReadShards(Findings findings, IEnumerable<string> paths)
    {
        var merging = new SimulationMerge();
        foreach (var path in paths) findings.Try(() => { merging.Add(SimulationPart.Read(FileAt("Shard file", path))); return true; });
        return merging;
    }

    /// <summary>Reads a term sheet and market data and lays the deal out; null where something was found.</summary>
    internal static LaidOutDeal? LaidOut(Findings files, string deal, IEnumerable<string> markets, LocalDate? asOf, Func<Findings, Actuals?>? actuals = null)
    {
        var terms = files.Try(() => ReadDeal(deal));
        var known = ReadMarkets(files, markets);
        var happened = actuals?.Invoke(files);
        return files.IsEmpty ? files.Try(() => DealLayout.Lay(terms!, known, asOf, happened)) : null;
    }

    /// <summary>Reads a date.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    internal static LocalDate Date(string text, string where) => LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value
        : throw InvalidInputException.Of($"Date '{text}'", "it is not a day of the calendar", "write year, month and day as 1997-03-31", where);

    /// <summary>Reads a whole number in a range.</summary>
    /// <exception cref="InvalidInputException">It is none, or outside the range.</exception>
    internal static int Whole(string text, int least, int most, string where) => (int)Whole(text, (long)least, most, where);

    /// <summary>Reads a whole number in a range.</summary>
    /// <exception cref="InvalidInputException">It is none, or outside the range.</exception>
    internal static long Whole(string text, long least, long most, string where) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= least && number <= most ? number
        : throw InvalidInputException.Of($"Number '{text}'", "it cannot be used here", $"give a whole number from {least} to {most}", where);

    /// <summary>Reads a fraction.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    internal static decimal Fraction(string text, string where) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number <= 1 ? number
        : throw InvalidInputException.Of($"Number '{text}'", "it cannot be used here", "give fractions from 0 to 1: 5 % is 0.05", where);

    /// <summary>Reads a seed.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    internal static ulong Seed(string text, string where) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) ? number
        : throw InvalidInputException.Of($"Seed '{text}'", "it cannot be used here", $"give a whole number from 0 to {ulong.MaxValue}", where);

    /// <summary>A folder that exists and takes files.</summary>
    /// <exception cref="InvalidInputException">There is none, or it takes none.</exception>
    internal static string Folder(string path, string where)
    {
        if (string.IsNullOrWhiteSpace(path) || !Directory.Exists(path)) throw InvalidInputException.Of($"Folder '{path}'", "there is none", "give a folder that exists", where);
        return OutFile.Refusal(path) is { } why ? throw InvalidInputException.Of($"Folder '{path}'", $"no file can be written to it: {why}", "give a folder that takes files", where) : path;
    }

    /// <summary>A date as it is read.</summary>
    internal static string Written(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>Reads one of several words.</summary>
    /// <exception cref="InvalidInputException">It is none of them.</exception>
    internal static T OneOf<T>(string text, string where, params ReadOnlySpan<(string Word, T Meaning)> words)
    {
        foreach (var (word, meaning) in words)
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase)) return meaning;
        var known = new List<string>();
        foreach (var (word, _) in words) known.Add(word);
        throw InvalidInputException.Of($"Word '{text}'", "it is not known here", $"write one of {string.Join(", ", known)}", where);
    }

    internal static string FileAt(string subject, string path)
    {
        if (string.IsNullOrWhiteSpace(path)) throw InvalidInputException.Of(subject, "the path is blank", "give the path of a file that exists");
        if (Directory.Exists(path)) throw InvalidInputException.Of(subject, $"'{path}' is a directory", "give the path of a file", path);
        return path;
    }
}
