using System.Globalization;
using System.Text;
using NodaTime;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>
/// Writes a comparison as comma-separated values (RFC 4180): a row for each term that differs, headline figure, event, line that differs, its total, and line that
/// only one has. Numbers in full precision with a point, rates as fractions, terms as JSON; what does not apply is empty.
/// </summary>
public static class ComparisonCsv
{
    const string Heading = "part,name,unit,from,on,first,second,difference";

    /// <summary>The comparison as CSV text.</summary>
    public static string Write(DealComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var text = new StringBuilder(Heading).Append(Csv.LineEnd);
        foreach (var row in Rows(comparison)) text.AppendJoin(',', row.Select(Csv.Field)).Append(Csv.LineEnd);
        return text.ToString();
    }

    static IEnumerable<string[]> Rows(DealComparison comparison) =>
    [
        .. comparison.Terms.Select(term => Row("term", term.Term.Length == 0 ? term.Subject : $"{term.Subject}: {term.Term}", first: term.Before ?? "", second: term.After ?? "")),
        .. comparison.Figures.Select(Figure),
        .. comparison.Events.Select(happens => Dated("event", happens.What, happens.First, happens.Second)),
        .. comparison.Lines.Where(line => line.Differs).SelectMany(Line),
        .. comparison.OnlyInFirst.Select(line => Row("only in first", line.Name, line.Unit.ToString())),
        .. comparison.OnlyInSecond.Select(line => Row("only in second", line.Name, line.Unit.ToString())),
    ];

    static string[] Figure(ComparedFigure figure) => figure switch
    {
        ComparedNumber number => Row("figure", number.Name, number.Unit.ToString(), first: Number(number.First), second: Number(number.Second), difference: Number(number.Difference)),
        ComparedDate date => Dated("figure", date.Name, date.First, date.Second),
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    static IEnumerable<string[]> Line(ComparedLine line)
    {
        var unit = line.Unit.ToString();
        if (line.Largest is { } largest) yield return Row("line", line.Name, unit, line.From?.Iso() ?? "", largest.On.Iso(), Number(largest.First), Number(largest.Second), Number(largest.Difference));
        if (line.Total is { } total) yield return Row("total", line.Name, unit, first: Number(total.First), second: Number(total.Second), difference: Number(total.Difference));
    }

    static string[] Dated(string part, string name, LocalDate? first, LocalDate? second) => Row(part, name, Units.Day.ToString(), first: first?.Iso() ?? "", second: second?.Iso() ?? "",
        difference: first is { } one && second is { } other ? NodaTime.Period.DaysBetween(one, other).ToString(CultureInfo.InvariantCulture) : "");

    static string[] Row(string part, string name, string unit = "", string from = "", string on = "", string first = "", string second = "", string difference = "") =>
        [part, name, unit, from, on, first, second, difference];

    static string Number(double? value) => value is { } number ? RunCsv.Number(number) : "";
}
