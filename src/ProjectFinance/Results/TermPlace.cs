using System.Text.Json;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Results;

/// <summary>A place in two term sheets: how people call it, and its JSON path in each.</summary>
/// <param name="Subject">The part of the deal: "Facility 'Project loan'".</param>
/// <param name="Term">The place within the part, in words.</param>
/// <param name="First">The path in the first.</param>
/// <param name="Second">The path in the second.</param>
/// <param name="IsDescription">Whether what stands here only describes.</param>
sealed record TermPlace(string Subject, string Term, string First, string Second, bool IsDescription)
{
    const string Deal = "Deal";

    /// <summary>The deal itself.</summary>
    internal static TermPlace Top { get; } = new(Deal, "", "", "", false);

    /// <summary>A field of the object that stands here.</summary>
    internal TermPlace Field(string name) => this with
    {
        Term = Joined(IsWord(name) ? Words(name) : $"'{name}'"),
        First = JsonPath.Field(First, name),
        Second = JsonPath.Field(Second, name),
        IsDescription = IsDescription || name is "source" or "sources" or "about" || First.Length == 0 && name == "name",
    };

    /// <summary>What stands under the one field that names an alternative, where people need not be told the name.</summary>
    internal TermPlace Alternative(string name) => Field(name) with { Term = Term };

    /// <summary>An item of the list that stands here.</summary>
    /// <param name="identity">What tells it from the others.</param>
    /// <param name="first">Its place in the first list, from 0.</param>
    /// <param name="second">Its place in the second list, from 0.</param>
    internal TermPlace Item(TermIdentity identity, int first, int second)
    {
        bool isPart = Subject == Deal && !First.Contains('.', StringComparison.Ordinal) && !First.Contains('[', StringComparison.Ordinal);
        var called = identity.IsName ? $"{Singular(Term)} '{identity.Text}'" : Joined(Words(identity.Text));
        var place = this with { First = $"{First}[{first}]", Second = $"{Second}[{second}]" };
        return isPart ? place with { Subject = char.ToUpperInvariant(called[0]) + called[1..], Term = "" } : place with { Term = called };
    }

    internal TermChange Change(TermChangeKind kind, JsonElement? before, JsonElement? after) =>
        new(kind, Subject, Term, kind == TermChangeKind.Removed ? First : Second, before?.GetRawText(), after?.GetRawText(), IsDescription);

    /// <summary>A field's name as words: "last date" for "lastDate". Names that people gave stay as they are.</summary>
    internal static string Words(string field) => IsWord(field) ? string.Concat(field.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")) : field;

    static bool IsWord(string field) => field is [>= 'a' and <= 'z', ..] && field.All(char.IsAsciiLetter);

    string Joined(string word) => Term.Length == 0 ? word : $"{Term}, {word}";

    // The fields of lists are plurals: facilities, milestones, fees.
    static string Singular(string plural) =>
        plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y" : plural.EndsWith('s') && !plural.EndsWith("ss", StringComparison.Ordinal) ? plural[..^1] : plural;
}
