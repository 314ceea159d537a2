using NodaTime;
using NodaTime.Text;
using ProjectFinance.Results;
using static ProjectFinance.Formula;

namespace ProjectFinance;

/// <summary>
/// One number of a model as people ask for it: "Ratios / DSCR@1998-03-31", "lowest Ratios / DSCR", "highest Project loan / Closing balance",
/// "last Proceeds Account / Closing balance", "total Project loan / Interest paid", or the line alone for its <see cref="OutputMeasure.Usual"/> measure.
/// </summary>
/// <param name="Line">The line's name.</param>
/// <param name="Measure">What is taken of it.</param>
/// <param name="On">For <see cref="OutputMeasure.OnDate"/> the end of the column, or a day inside it; else null.</param>
public sealed record ChosenOutput(string Line, OutputMeasure Measure, LocalDate? On = null)
{
    const string Allowed = "write 'LINE@1998-03-31', 'lowest LINE', 'highest LINE', 'last LINE', 'total LINE' or 'LINE'";

    /// <summary>Reads an output as people write it. Nothing is said yet about whether the line exists.</summary>
    /// <param name="text">The text, such as "lowest Ratios / DSCR". The words are written small.</param>
    /// <exception cref="InvalidInputException">No line is named, the date is no day of the calendar, or a date is given beside one of the words.</exception>
    public static ChosenOutput Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (measure, rest) = Word(text.Trim());
        int at = rest.LastIndexOf('@');
        var line = (at < 0 ? rest : rest[..at]).Trim();
        if (line.Length == 0) throw InvalidInputException.Of($"Output '{text}'", "it names no line", Allowed);
        if (at < 0) return new(line, measure);
        if (measure != OutputMeasure.Usual) throw InvalidInputException.Of($"Output '{text}'", "it asks for one column and for all of them", Allowed);
        return LocalDatePattern.Iso.Parse(rest[(at + 1)..].Trim()) is { Success: true } date ? new(line, OutputMeasure.OnDate, date.Value)
            : throw InvalidInputException.Of($"Output '{text}'", $"'{rest[(at + 1)..].Trim()}' is not a day of the calendar", "write year, month and day as 1998-03-31");
    }

    /// <summary>The output as a formula over the cells of a model.</summary>
    /// <exception cref="InvalidInputException">The model has no such line or column, or the measure does not suit the line: the total of a balance.</exception>
    public Formula Find(Model model)
    {
        var line = LineIn(model);
        return MeasureOf(line) switch
        {
            OutputMeasure.OnDate => line[model.Timeline.Containing(On!.Value)],
            OutputMeasure.Lowest => model.Periods.Aggregate((Formula)double.PositiveInfinity, (lowest, t) => Min(lowest, line[t])),
            OutputMeasure.Highest => Highest(line),
            OutputMeasure.Last => Last(line),
            _ => line.Sum(0, model.Periods.Count - 1),
        };
    }

    /// <summary>What the output is counted in.</summary>
    /// <exception cref="InvalidInputException">The model has no such line, or the measure does not suit it.</exception>
    public Unit UnitIn(Model model) => LineIn(model).Unit;

    /// <summary>The output of a run, with the end of the column it comes from, for a total that of the last; null where it does not apply.</summary>
    /// <exception cref="InvalidInputException">The model has no such line or column, or the measure does not suit the line.</exception>
    public ValueOn? In(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var line = LineIn(run.Model);
        var periods = run.Model.Periods;
        return MeasureOf(line) switch
        {
            OutputMeasure.OnDate => Finite(run, line, run.Model.Timeline.Containing(On!.Value)),
            OutputMeasure.Lowest => ValueOn.Lowest(run, line),
            OutputMeasure.Highest => ValueOn.Highest(run, line),
            OutputMeasure.Last => line.Unit.IsNone ? periods.Reverse().Select(t => Finite(run, line, t)).FirstOrDefault(found => found is not null) : Finite(run, line, periods[^1]),
            _ => new(Sum(run.Values(line)), periods[^1].End),
        };
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Measure switch
    {
        OutputMeasure.Usual => Line,
        OutputMeasure.OnDate => $"{Line}@{On!.Value.Iso()}",
        _ => $"{WordOf(Measure)} {Line}",
    };

    /// <summary>The line.</summary>
    /// <exception cref="InvalidInputException">The model has none of that name, or the measure does not suit it.</exception>
    internal Line LineIn(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var line = model.Find(Line);
        if (Measure == OutputMeasure.Total && line.Kind is not (LineKind.Flow or LineKind.Flag))
            throw InvalidInputException.Of($"Output '{this}'", "only amounts that flow can be added up over time", $"ask for 'lowest', 'highest' or 'last {Line}', or for one column");
        return line;
    }

    /// <summary>What is taken of the line, once it is known what suits it.</summary>
    internal OutputMeasure MeasureOf(Line line) => Measure != OutputMeasure.Usual ? Measure
        : line.Kind == LineKind.Flow ? OutputMeasure.Total
        : line.Unit.IsNone && line.Kind == LineKind.Level ? OutputMeasure.Lowest : OutputMeasure.Last;

    /// <summary>The word for a measure.</summary>
    internal static string WordOf(OutputMeasure measure) => measure switch
    {
        OutputMeasure.Lowest => "lowest",
        OutputMeasure.Highest => "highest",
        OutputMeasure.Last => "last",
        _ => "total",
    };

    static (OutputMeasure Measure, string Left) Word(string text)
    {
        foreach (var measure in (ReadOnlySpan<OutputMeasure>)[OutputMeasure.Lowest, OutputMeasure.Highest, OutputMeasure.Last, OutputMeasure.Total])
        {
            var word = WordOf(measure);
            if (text == word || text.StartsWith($"{word} ", StringComparison.Ordinal)) return (measure, text[word.Length..].Trim());
        }
        return (OutputMeasure.Usual, text);
    }

    static Formula Highest(Line line)
    {
        Formula highest = double.NegativeInfinity;
        foreach (var t in line.Model.Periods) highest = Max(highest, When(line[t] < double.PositiveInfinity, line[t], double.NegativeInfinity));
        return When(highest > double.NegativeInfinity, highest, double.PositiveInfinity);
    }

    // Only plain numbers, such as ratios, say by an infinity that they do not apply.
    static Formula Last(Line line)
    {
        var periods = line.Model.Periods;
        if (!line.Unit.IsNone) return line[periods[^1]];
        return periods.Aggregate((Formula)double.PositiveInfinity, (last, t) => When(line[t] < double.PositiveInfinity, line[t], last));
    }

    static ValueOn? Finite(Run run, Line line, Period period) => run[line, period] is var value && double.IsFinite(value) ? new(value, period.End) : null;

    static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum;
    }
}
