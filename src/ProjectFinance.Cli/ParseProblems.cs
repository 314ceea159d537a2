using System.CommandLine;

namespace ProjectFinance.Cli;

/// <summary>What is wrong with arguments that do not fit any verb.</summary>
static class ParseProblems
{
    internal static IEnumerable<Problem> Of(ParseResult parsed)
    {
        var verb = parsed.CommandResult.Command;
        if (verb is RootCommand)
        {
            var verbs = $"verbs are {string.Join(", ", verb.Subcommands.Select(command => command.Name))}; --help says more";
            yield return parsed.UnmatchedTokens is [var first, ..] ? new($"Verb '{first}'", "there is none of that name", verbs) : new("Arguments", "they name no verb", verbs);
            yield break;
        }
        var known = $"options of {verb.Name} are {string.Join(", ", verb.Options.Select(option => option.Name))}";
        foreach (var token in parsed.UnmatchedTokens)
            yield return token.StartsWith('-') ? new($"Option '{token}'", $"{verb.Name} has none of that name", known) : new($"Argument '{token}'", $"{verb.Name} takes no further argument", $"quote names with spaces; projectfinance {verb.Name} --help says more");
        // The parser names a missing argument or value itself, and each stray token once more.
        foreach (var message in parsed.Errors.Select(error => error.Message).Where(message => !parsed.UnmatchedTokens.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal))).Distinct())
            yield return new("Arguments", Lowered(message), $"projectfinance {verb.Name} --help says more");
    }

    static string Lowered(string message) => message.Length == 0 ? message : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
