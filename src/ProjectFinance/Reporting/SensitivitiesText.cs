using System.Collections.Immutable;
using System.Globalization;
using ProjectFinance.Quantities;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints sensitivities for people: no line is wider than 120 characters, no colour is written.</summary>
public static class SensitivitiesText
{
    const int Label = 42;
    const int Planned = 32;
    const int Move = 12;
    const int Cell = 17;
    const int Moves = 24;
    const int Bar = 13;

    /// <summary>The output as planned and what moves it, the most important first, as text that ends with a line feed.</summary>
    public static string Write(SensitivityReport report) => string.Concat(Lines(report).Select(line => line.Text + "\n"));

    /// <summary>What <see cref="Write"/> writes, line by line, for a terminal that can show headings.</summary>
    /// <inheritdoc cref="Write"/>
    public static ImmutableArray<TextLine> Lines(SensitivityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. Heading(report), .. report.Tornado is null ? Table(report) : Bars(report)];
    }

    static IEnumerable<TextLine> Heading(SensitivityReport report)
    {
        foreach (var line in Prose.Wrap(report.Deal.Deal.Name)) yield return new(line, Emphasis.Heading);
        foreach (var line in Prose.Wrap($"Rates and prices: {report.Deal.Market.Name}.")) yield return new(line);
        foreach (var line in HistoryText.Lines(report.Deal)) yield return line;
        yield return new("");
        var on = report.Value is { } value && report.Sensitivities.Output.MeasureOf(report.Line) != OutputMeasure.Total ? $" on {value.On.Iso()}" : "";
        var unit = report.Line.Unit.IsNone ? "" : $"{report.Line.Unit} ";
        foreach (var line in Prose.Wrap($"{report.Sensitivities.Output}: {unit}{Output(report, report.Sensitivities.Value).Trim()}{on} as planned")) yield return new(line, Emphasis.Heading);
        yield return new("");
    }

    static IEnumerable<TextLine> Table(SensitivityReport report)
    {
        yield return new(Row("If this moves", "as planned ", "by ", "output changes by ", "to "), Emphasis.Heading);
        yield return new(new string('-', Prose.Width));
        var moving = report.Inputs.Where(input => IsSeen(report, input.Effect)).ToList();
        foreach (var input in moving)
        {
            var labels = Prose.Wrap(input.Input.Name, Label - 2, 2);
            foreach (var label in labels.SkipLast(1)) yield return new(label);
            yield return new(Row(labels[^1], Range(report, input) + " ", input.Move.In(input.Input.Unit) + " ", Change(report, input.Effect), Output(report, report.Sensitivities.Value + input.Effect)));
        }
        yield return new("");
        int still = report.Sensitivities.Inputs.Count(input => !IsSeen(report, input.Effect)), others = report.Sensitivities.Inputs.Length - still - moving.Count;
        foreach (var line in Prose.Wrap($"By derivatives as planned: kinks on the way are not seen; --tornado computes both ends in full. {Left(others, still)}")) yield return new(line, Emphasis.Note);
    }

    static string Left(int others, int still) =>
        $"{(others > 0 ? $"{others} more {(others == 1 ? "input" : "inputs")} with less effect, and " : "")}{still} without effect as planned, {(others + still == 1 ? "is" : "are")} not shown.";

    static IEnumerable<TextLine> Bars(SensitivityReport report)
    {
        yield return new(BarRow("", "", "computed in full ", "", "by derivatives ", "").TrimEnd(), Emphasis.Heading);
        yield return new(BarRow("If this moves", "from, to ", "low end ", "high end ", "low end ", "high end "), Emphasis.Heading);
        yield return new(new string('-', Prose.Width));
        foreach (var bar in report.Bars.Where(bar => ((double[])[bar.Low, bar.High, bar.LowEstimate, bar.HighEstimate]).Any(end => Output(report, end) != Output(report, bar.Planned))))
        {
            var labels = Prose.Wrap(bar.Input.Input.Name, Label - 2, 2);
            foreach (var label in labels.SkipLast(1)) yield return new(label);
            var unit = bar.Input.Input.Unit;
            yield return new(BarRow(labels[^1], $"{bar.Range.Low.In(unit)}, {bar.Range.High.In(unit)} ", Output(report, bar.Low), Output(report, bar.High), Output(report, bar.LowEstimate), Output(report, bar.HighEstimate)) + (bar.IsBent ? "*" : ""));
        }
        yield return new("");
        foreach (var line in Prose.Wrap("One input moved at a time. * The derivatives miss by more than a twentieth of the way: a kink or a curve lies between.")) yield return new(line, Emphasis.Note);
    }

    /// <summary>What an input is as planned: one number, or the least and the greatest.</summary>
    static string Range(SensitivityReport report, Sensitivity input)
    {
        var least = Number(report, input, input.Least);
        var greatest = Number(report, input, input.Greatest);
        var unit = input.Input.Unit.IsNone || input.Input.Unit == Units.Day ? "" : $" {input.Input.Unit}";
        return $"{(least == greatest ? least : $"{least} to {greatest}")}{unit}";
    }

    static string Number(SensitivityReport report, Sensitivity input, double value) => input.Move.Kind == InputMoveKind.Amount && input.Input.Unit.IsNone
        ? value.ToString("0.#####%", CultureInfo.InvariantCulture)
        : input.Input.Unit == Units.Day ? ValueText.Of(report.Run.Model, value, Units.Day) : value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    static string Output(SensitivityReport report, double value) => Figure.Of(report.Line, double.IsFinite(value) ? value : null, 1);

    // Changes of ratios and rates are small; money stays in whole units.
    static string Change(SensitivityReport report, double change)
    {
        if (report.Line.Unit.IsCurrency) return Figure.Money(change);
        var digits = Math.Abs(change).ToString(report.Line.Unit.IsNone ? "0.0000##" : "#,##0.00", CultureInfo.InvariantCulture);
        return change < 0 ? $"({digits})" : digits + " ";
    }

    /// <summary>Whether a change is more than would be printed as nothing.</summary>
    static bool IsSeen(SensitivityReport report, double change) => Change(report, Math.Abs(change)) != Change(report, 0);

    static string Row(string label, string planned, string move, string change, string output) =>
        (label.PadRight(Label) + planned.PadLeft(Planned) + move.PadLeft(Move) + change.PadLeft(Cell + 1) + output.PadLeft(Cell - 1)).TrimEnd();

    static string BarRow(string label, string moves, string low, string high, string lowEstimate, string highEstimate) =>
        label.PadRight(Label) + moves.PadLeft(Moves) + low.PadLeft(Bar) + high.PadLeft(Bar) + lowEstimate.PadLeft(Bar) + highEstimate.PadLeft(Bar);
}
