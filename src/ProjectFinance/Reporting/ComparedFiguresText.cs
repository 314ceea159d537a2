using System.Globalization;
using NodaTime;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints headline figures and events of two runs side by side.</summary>
static class ComparedFiguresText
{
    const int Label = 60;
    const int Cell = 20;

    internal static IEnumerable<TextLine> Figures(DealComparison comparison) => Table("Headline", comparison.Figures.Select(Row).Where(IsSaid));

    // What is nothing in both is not worth a row.
    static bool IsSaid(ToldFigure row) => row.First != Figure.Zero || row.Second != Figure.Zero;

    internal static IEnumerable<TextLine> Events(DealComparison comparison, bool all)
    {
        var told = comparison.Events.Where(one => all || one.Differs).Select(one => new ToldFigure(one.What, Day(one.First), Day(one.Second), Apart(one.First, one.Second), one.Differs)).ToList();
        var title = all ? "What happens when" : "What happens on another day, or in one of the two only";
        return told.Count > 0 ? Table(title, told) : [.. Table(title, []), new("Nothing.")];
    }

    static IEnumerable<TextLine> Table(string title, IEnumerable<ToldFigure> rows)
    {
        yield return new(Line(title, "First ", "Second ", "Difference "), Emphasis.Heading);
        yield return new(new string('-', Prose.Width));
        foreach (var row in rows)
        {
            var labels = Prose.Wrap(row.Label, Label - 2, 2);
            foreach (var label in labels.SkipLast(1)) yield return new(label);
            yield return new(Line(labels[^1], row.First, row.Second, row.Differs ? row.Difference : ""));
        }
    }

    static ToldFigure Row(ComparedFigure figure) => figure switch
    {
        ComparedNumber number => new(number.Measure == FigureMeasure.Amount ? $"{number.Name}, {number.Unit}" : number.Name, Number(number, number.First), Number(number, number.Second),
            number.Difference is { } difference ? Number(number, difference) : "", number.Differs),
        ComparedDate date => new(date.Name, Day(date.First), Day(date.Second), Apart(date.First, date.Second), date.Differs),
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    static string Number(ComparedNumber of, double? value) => value is not { } number ? Figure.Zero : of.Measure switch
    {
        FigureMeasure.Times => Figure.Times(number),
        FigureMeasure.Share => Figure.Share(number),
        FigureMeasure.Count => number.ToString("0 ", CultureInfo.InvariantCulture),
        _ => Figure.Money(number),
    };

    static string Day(LocalDate? day) => day is { } known ? $"{known.Iso()} " : Figure.Zero;

    static string Apart(LocalDate? first, LocalDate? second)
    {
        if (first is not { } one || second is not { } other) return "";
        int days = NodaTime.Period.DaysBetween(one, other), count = Math.Abs(days);
        return $"{count} {(count == 1 ? "day" : "days")} {(days < 0 ? "earlier" : "later")} ";
    }

    static string Line(string label, string first, string second, string difference) => (label.PadRight(Label) + first.PadLeft(Cell) + second.PadLeft(Cell) + difference.PadLeft(Cell)).TrimEnd();

    /// <summary>A row of the table.</summary>
    readonly record struct ToldFigure(string Label, string First, string Second, string Difference, bool Differs);
}
