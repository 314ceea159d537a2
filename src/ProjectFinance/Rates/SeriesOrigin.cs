using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Rates;

/// <summary>Where the figures of a series were read. Series made in a program have none.</summary>
sealed record SeriesOrigin
{
    /// <summary>The series in the file of market data; null where it stands in none.</summary>
    internal FilePlace? Written { get; init; }

    /// <summary>The fixings, where a CSV file of their own has them; else null.</summary>
    internal FixingRows? Fixings { get; init; }

    /// <summary>The planned figure in the term sheet that goes on where nothing is known; null where none does.</summary>
    internal FilePlace? Planned { get; init; }

    /// <summary>Fixings that were given apart from the others, as what happened.</summary>
    internal ImmutableSortedDictionary<LocalDate, FilePlace> Given { get; init; } = ImmutableSortedDictionary<LocalDate, FilePlace>.Empty;

    /// <summary>Where a run of figures of one kind is written, one after the other; null where that is not known.</summary>
    internal FilePlace? Of(SeriesFigure first, SeriesFigure last) => first.Kind switch
    {
        FigureKind.Fixing when Given.TryGetValue(first.Day, out var given) => given,
        FigureKind.Fixing when Fixings is not null => Fixings.Of(first.Day, last.Day),
        FigureKind.Fixing => Entries("fixings", first.Day.Iso(), last.Day.Iso()),
        FigureKind.Average => Entries("values", first.Span, last.Span),
        _ when Planned is not null => Planned.File.Length > 0 ? Planned : null,
        FigureKind.Forward => Entries("forward", first.Day.Iso(), last.Day.Iso()),
        _ => Written is null ? null : Written with { Place = $"{Written.Place}.afterwards" },
    };

    /// <summary>Whether a figure is written apart from those around it.</summary>
    internal bool IsApart(SeriesFigure figure) => figure.Kind == FigureKind.Fixing && Given.ContainsKey(figure.Day);

    FilePlace? Entries(string field, string first, string last) => Written is null ? null
        : Written with { Place = $"{Written.Place}.{field}['{first}']{(last == first ? "" : $" to ['{last}']")}" };
}
