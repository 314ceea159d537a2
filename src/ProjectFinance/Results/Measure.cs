using NodaTime.Text;
using static ProjectFinance.Formula;

namespace ProjectFinance;

/// <summary>
/// One number read off a line over time: its value in a period ("Project loan / Closing balance@2000-12-31"), the lowest ("min(Ratios / DSCR)"), the highest, the total or the last.
/// </summary>
/// <remarks>A ratio that does not apply in some period is passed over by the lowest and the highest; where it applies in none, so does the measure.</remarks>
/// <param name="Line">The line.</param>
/// <param name="Over">What of the line over time.</param>
/// <param name="Period">The period, for a value at one; null otherwise.</param>
public sealed record Measure(Line Line, MeasureOver Over, Period? Period = null)
{
    /// <summary>As people write it: "min(Ratios / DSCR)", "Project loan / Closing balance@2000-12-31".</summary>
    public string Name => Over == MeasureOver.At ? $"{Line.Name}@{Period!.End.Iso()}" : $"{WordOf(Over)}({Line.Name})";

    /// <summary>The number as a formula on the line's cells, in the line's unit.</summary>
    public Formula Formula => Over switch
    {
        MeasureOver.At => Line[Period!],
        MeasureOver.Lowest => Line.Model.Periods.Select(t => Line[t]).Aggregate(Min),
        MeasureOver.Highest => Line.Model.Periods.Select(Applying).Aggregate(Max),
        MeasureOver.Total => Line.Sum(0, Line.Model.Periods.Count - 1),
        _ => Line[Line.Model.Periods.Count - 1],
    };

    /// <summary>The measure that a text means.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">min(LINE), max(LINE), sum(LINE), last(LINE), or LINE@DATE, where the date is the end of a period or a day inside it.</param>
    /// <exception cref="InvalidInputException">The model has no such line or period, or the text says not which of a line's values is meant.</exception>
    public static Measure Find(Model model, string text)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(text);
        var name = text.Trim();
        foreach (var over in Enum.GetValues<MeasureOver>())
            if (over != MeasureOver.At && name.StartsWith($"{WordOf(over)}(", StringComparison.OrdinalIgnoreCase) && name.EndsWith(')'))
                return new(Named(model, name[(WordOf(over).Length + 1)..^1].Trim(), text), over);
        int at = name.LastIndexOf('@');
        if (at < 0) return Unsaid(Named(model, name, text), text);
        var date = LocalDatePattern.Iso.Parse(name[(at + 1)..].Trim());
        var line = Named(model, name[..at].Trim(), text);
        return date.Success ? new(line, MeasureOver.At, model.Timeline.Containing(date.Value))
            : throw InvalidInputException.Of($"Output '{text}'", $"'{name[(at + 1)..].Trim()}' is not a day of the calendar", "write year, month and day as 1997-03-31");
    }

    // What does not apply is positive infinity, which no highest value may be.
    Formula Applying(Period t) => Line.Kind == LineKind.Level ? When(Line[t] < double.PositiveInfinity, Line[t], double.NegativeInfinity) : Line[t];

    static Line Named(Model model, string line, string text) => model.TryFind(line)
        ?? throw InvalidInputException.Of($"Output '{text}'", $"the model has no line '{line}'", Nearest.Hint(line, model.Lines.Select(known => known.Name)));

    static Measure Unsaid(Line line, string text) =>
        throw InvalidInputException.Of($"Output '{text}'", "a line has a value in every period", $"write min({line}), max({line}), sum({line}), last({line}) or {line}@{line.Model.Timeline.End.Iso()}");

    static string WordOf(MeasureOver over) => over switch { MeasureOver.Lowest => "min", MeasureOver.Highest => "max", MeasureOver.Total => "sum", MeasureOver.Last => "last", _ => "at" };
}

/// <summary>What is read off a line over time.</summary>
public enum MeasureOver
{
    /// <summary>The value in one period.</summary>
    At,

    /// <summary>The lowest of all periods.</summary>
    Lowest,

    /// <summary>The highest of all periods in which the line applies.</summary>
    Highest,

    /// <summary>The sum of all periods.</summary>
    Total,

    /// <summary>The value in the last period.</summary>
    Last,
}
