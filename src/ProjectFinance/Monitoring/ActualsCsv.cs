using System.Collections.Immutable;
using System.Text;
using NodaTime;
using NodaTime.Text;
using ProjectFinance.Time;

namespace ProjectFinance.Monitoring;

/// <summary>Actuals as CSV: a row a fact, or a row a line with a column a period, as a run writes it.</summary>
static class ActualsCsv
{
    const string Subject = "Actuals";
    const string Allowed = "write 'date,line,value' or 'date,line,value,source', or give what run --format csv prints: 'name,unit,source' and the ends of columns";

    internal static Actuals Read(string path, bool keepsUnreadable)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path)) throw InvalidInputException.Of(Subject, $"there is no file '{path}'", "give the path of a file that exists", path);
        try
        {
            using var text = new StreamReader(path);
            return Parse(text, path, keepsUnreadable);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw InvalidInputException.Of(Subject, $"the file '{path}' cannot be read: {failed.Message.TrimEnd('.')}", "give the path of a file that may be read", path);
        }
    }

    internal static Actuals Parse(TextReader text, string name, bool keepsUnreadable = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var problems = new List<Problem>();
        var rows = Csv.Rows(text, line => problems.Add(new(Subject, "a quotation mark is not closed", "close it, or write it twice inside a field", $"{name}, line {line}"))).ToList();
        var facts = ImmutableArray.CreateBuilder<Actual>();
        var unread = new List<UnreadLine>();
        if (rows.Count == 0) problems.Add(new(Subject, "the file is empty", Allowed, $"{name}, line 1"));
        else if (rows[0].Fields is ["name", "unit", "source", _, ..] and var head) OfRun(rows, Ends(head, name, problems), name, facts, unread);
        else if (rows[0].Fields is ["date", "line", "value"] or ["date", "line", "value", "source"]) Facts(rows, name, facts, unread);
        else problems.Add(new(Subject, $"the header is '{string.Join(',', rows[0].Fields)}'", Allowed, $"{name}, line {rows[0].Line}"));
        if (problems.Count == 0 && facts.Count + unread.Count == 0) problems.Add(new(Subject, "nothing stands below the header", "give at least one fact", name));
        bool isUsable = problems.Count == 0 && (keepsUnreadable || unread.Count == 0);
        return isUsable ? new(facts.ToImmutable()) { Unread = [.. unread] } : throw new InvalidInputException([.. problems, .. unread.Select(line => line.Problem)]);
    }

    internal static string Write(Actuals actuals)
    {
        var text = new StringBuilder("date,line,value,source").Append(Csv.LineEnd);
        foreach (var one in actuals.Values) text.AppendJoin(',', one.Date.Iso(), Csv.Field(one.Line), Csv.Field(one.Value), Csv.Field(one.Source)).Append(Csv.LineEnd);
        return text.ToString();
    }

    static void Facts(List<CsvRow> rows, string name, ImmutableArray<Actual>.Builder facts, List<UnreadLine> unread)
    {
        bool hasSource = rows[0].Fields.Length == 4;
        foreach (var row in rows.Skip(1))
        {
            var where = $"{name}, line {row.Line}";
            if (row.Fields.Length < 3 || row.Fields.Length > rows[0].Fields.Length)
                unread.Add(new(new(Subject, $"the line has {row.Fields.Length} column{(row.Fields.Length == 1 ? "" : "s")}", "each line must have as many as the header; a text with a comma stands in quotation marks", where), Day(row.Fields[0])));
            else if (Day(row.Fields[0]) is not { } date) unread.Add(new(NoDate(row.Fields[0], where), null));
            else
                facts.Add(new Actual(date, row.Fields[1], row.Fields[2], hasSource && row.Fields.Length == 4 && row.Fields[3].Length > 0 ? row.Fields[3] : where) { Where = where });
        }
    }

    static List<LocalDate?> Ends(ImmutableArray<string> head, string name, List<Problem> problems) => [.. head.Skip(3).Select(end =>
    {
        if (Day(end) is null) problems.Add(NoDate(end, $"{name}, line 1"));
        return Day(end);
    })];

    static void OfRun(List<CsvRow> rows, List<LocalDate?> ends, string name, ImmutableArray<Actual>.Builder facts, List<UnreadLine> unread)
    {
        foreach (var row in rows.Skip(1))
        {
            var where = $"{name}, line {row.Line}";
            if (row.Fields.Length != ends.Count + 3)
            {
                unread.Add(new(new(Subject, $"the line has {row.Fields.Length} columns, the header {ends.Count + 3}", "each line must have as many as the header", where), ends.FirstOrDefault()));
                continue;
            }
            foreach (var (i, end) in ends.Index())
                if (end is { } date && row.Fields[i + 3] is { Length: > 0 } value) facts.Add(new Actual(date, row.Fields[0], value, where) { Unit = row.Fields[1], Where = where });
        }
    }

    static LocalDate? Day(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date : null;

    static Problem NoDate(string text, string where) => new(Subject, $"the date '{text}' cannot be read", "write year, month and day, such as 1997-03-31", where);
}

/// <summary>A line of a file of actuals that could not be read.</summary>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Day">Its day; null where that could not be read either.</param>
sealed record UnreadLine(Problem Problem, LocalDate? Day);
