using System.Collections.Immutable;
using ProjectFinance.Deals;
using ProjectFinance.Quantities;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints the compliance calendar: a row a duty, in order of date.</summary>
static class ComplianceText
{
    const int Day = 12, Kind = 11, Name = 50, State = 10, Number = 12;

    /// <summary>The calendar line by line, for a terminal that can show headings and warnings.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="run">A run of its model.</param>
    /// <exception cref="ArgumentException">The run is of another model.</exception>
    internal static ImmutableArray<TextLine> Lines(LaidOutDeal deal, Run run)
    {
        var entries = ComplianceCalendar.Of(deal, run);
        if (entries.IsEmpty) return [new("Compliance calendar", Emphasis.Heading), new(new string('-', Prose.Width)), new("  Nothing is due on any day.")];
        return
        [
            new($"{"Compliance calendar",-(Day + Kind + Name)}{"State",-State}{"Value",Number}{"Limit",Number}{"Headroom",Number}", Emphasis.Heading),
            new(new string('-', Prose.Width)),
            .. entries.SelectMany(Row),
            new("  due: nothing is known yet, taken as kept. Amounts in the unit of the covenant or payment.", Emphasis.Note),
        ];
    }

    static IEnumerable<TextLine> Row(ComplianceEntry entry)
    {
        var emphasis = entry.State is ComplianceState.Breached or ComplianceState.Late ? Emphasis.Warning : Emphasis.Plain;
        var names = Prose.Wrap(entry.Note.Length == 0 ? entry.Name : $"{entry.Name} ({entry.Note})", Name - 2, 2);
        var start = $"{"  " + entry.Date.Iso(),-Day}{" " + Word(entry.Kind),-Kind}";
        yield return new(($"{start}{names[0],-Name}{Word(entry.State),-State}" + Padded(entry, entry.Value) + Padded(entry, entry.Limit) + Padded(entry, entry.Headroom)).TrimEnd(), emphasis);
        foreach (var rest in names.Skip(1)) yield return new(new string(' ', Day + Kind) + rest, emphasis);
    }

    static string Padded(ComplianceEntry entry, double? value) => Of(entry, value).PadLeft(Number);

    /// <summary>A figure of an entry in its unit; nothing where there is none.</summary>
    internal static string Of(ComplianceEntry entry, double? value) => value is not { } number ? "" : entry.Unit.IsCurrency ? Figure.Money(number) : Signed(number, entry.Unit);

    static string Signed(double number, Unit unit) => number < 0 ? $"({NumberText.Of(-Math.Round(number, 6), unit)})" : NumberText.Of(Math.Round(number, 6), unit) + " ";

    internal static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
