using System.Collections.Immutable;
using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints the schedule of a loan, a row a column of the model, until nothing is owed.</summary>
sealed class LoanSchedule
{
    static readonly ImmutableArray<string> Ratios = ["DSCR", "LLCR"];

    // What is converted into a loan is its draw; what is converted from one is not.
    static readonly ImmutableArray<(string Heading, string Title)> FromMetal = [("Excess\nreturned", "Return of excess paid"), ("Converted\nback", "Converted back")];
    static readonly ImmutableArray<(string Heading, string Title)> OfMoney = [("Converted\n", "Converted"), ("Converted\nback", "Converted back")];

    // Both are added to what is owed: as agreed, and where a payment does not cover the interest.
    static readonly ImmutableArray<string> Capitalised = ["Interest capitalised", "Interest added to principal"];

    readonly LoanCalendar loan;
    readonly Run run;
    readonly ImmutableArray<Line> fees;
    readonly ImmutableArray<Line> early;
    readonly ImmutableArray<Line> overdue;
    readonly ImmutableArray<Period> rows;

    LoanSchedule(LaidOutDeal deal, Run run, LoanCalendar loan)
    {
        (this.loan, this.run) = (loan, run);
        var owed = run.Model.Obligations.Where(o => o.Due.Section == loan.Loan).ToList();
        early = [.. owed.Where(o => loan.EarlyRepayments.Contains(o.Name)).Select(o => o.Paid)];
        fees = [.. owed.Where(o => o.Name != Name("Interest") && o.Name != Name("Principal") && !loan.EarlyRepayments.Contains(o.Name)).Select(o => run.Model.TryFind(o.Name)).OfType<Line>()];
        overdue = [.. owed.Select(o => o.Overdue)];
        var columns = run.Model.Periods.ToList();
        var end = loan.Maturity ?? run.Model.Timeline.End;
        int owing = columns.FindLastIndex(IsOwing), last = owing >= 0 ? owing : columns.FindLastIndex(t => t.End <= end);
        rows = [.. run.Model.Periods.Take(last + 1)];
        HasRatios = deal.Deal.Ratios?.Facilities.Contains(loan.Loan) == true;
    }

    bool HasRatios { get; }

    ImmutableArray<(string Heading, string Title)> Conversions => run.Model.TryFind(Name("Limit")) is null ? OfMoney : FromMetal;

    internal static IEnumerable<TextLine> Lines(LaidOutDeal deal, Run run, LoanCalendar loan) => IsUsed(run, loan) ? new LoanSchedule(deal, run, loan).Lines().Append(new("")) : [];

    /// <summary>The schedule with all its columns, in units of the currency; null where the loan is never used.</summary>
    internal static LoanTable? Table(LaidOutDeal deal, Run run, LoanCalendar loan)
    {
        if (!IsUsed(run, loan)) return null;
        var schedule = new LoanSchedule(deal, run, loan);
        return new($"{loan.Loan}: schedule, {loan.Currency}", schedule.Columns(1), schedule.rows, [.. schedule.Notes([])]);
    }

    /// <summary>Whether anything is ever outstanding or owed; a gold loan that is never elected has no schedule.</summary>
    internal static bool IsUsed(Run run, LoanCalendar loan) =>
        run.Model.Obligations.Where(o => o.Due.Section == loan.Loan).Select(o => o.Due).Append(run.Model.Find(loan.Closing)).Append(run.Model.Find($"{loan.Loan} / Draw")).Any(line => Figure.IsAnything(run, line));

    List<TextLine> Lines()
    {
        double scale = 1;
        var columns = Fitting(scale);
        if (WidthOf(columns) > Prose.Width) columns = Fitting(scale = 1000);
        var left = Columns(scale).Where(column => columns.TrueForAll(kept => kept.Heading != column.Heading)).Select(column => $"{column.Heading.Replace('\n', ' ')} ({column.InPlace})").ToList();
        List<TextLine> lines = [new($"{loan.Loan}: schedule, {loan.Currency}{(scale == 1 ? "" : " thousands")}", Emphasis.Heading)];
        int total = Math.Min(Prose.Width, WidthOf(columns));
        for (int i = 0; i < 2; i++) lines.Add(Row(columns, column => column.Heading.Split('\n')[i] + (column.Heading.StartsWith("Date", StringComparison.Ordinal) ? "" : " "), Emphasis.Heading));
        lines.Add(new(new string('-', total)));
        lines.AddRange(rows.Select(t => Row(columns, column => column.Cell(t), Emphasis.Plain)));
        lines.Add(new(new string('-', total)));
        lines.Add(Row(columns, column => column.Total, Emphasis.Total));
        lines.AddRange(Notes(left).SelectMany(note => Prose.Wrap(note, Prose.Width, 2)).Select(line => new TextLine(line, Emphasis.Note)));
        return lines;
    }

    IEnumerable<string> Notes(List<string> left)
    {
        var moved = loan.Settlements.Where(s => s.Key != s.Value && rows.Any(t => t.End == s.Key)).Select(s => $"{s.Key.Iso()} on {s.Value.Iso()}").ToList();
        yield return $"i interest date, p instalment date{(moved.Count > 0 ? ", * not a business day" : "")}. Interest and fees as they accrue; rates a year.";
        if (moved.Count > 0) yield return $"* money moves on a business day: for {string.Join(", ", moved)}.";
        if (IsAny("Default interest")) yield return $"Interest includes default interest of {Figure.Sentence(run.Values(Name("Default interest")).ToArray().Sum() * loan.Currency)} on overdue amounts.";
        if (!overdue.IsEmpty && overdue.Any(line => Figure.IsAnything(run, line))) yield return "Principal due includes what is overdue from before.";
        if (left.Count > 0) yield return $"Left out for width: {string.Join(", ", left)}.";
    }

    /// <summary>The columns, less those that can be done without, until they fit.</summary>
    List<ScheduleColumn> Fitting(double scale)
    {
        var columns = Columns(scale);
        foreach (var column in columns.Where(c => c.Dispensable > 0).OrderBy(c => c.Dispensable).ToList())
            if (WidthOf(columns) > Prose.Width) columns.Remove(column);
        return columns;
    }

    List<ScheduleColumn> Columns(double scale)
    {
        bool late = overdue.Any(line => Figure.IsAnything(run, line));
        ScheduleColumn Of(string heading, IEnumerable<Line> lines, bool summed = true)
        {
            var parts = lines.ToImmutableArray();
            double Amount(Period t) => parts.Sum(line => run[line, t]);
            return new(heading, t => Figure.Money(Amount(t), scale)) { Total = summed ? Figure.Money(rows.Sum(Amount), scale) : "", Lines = parts };
        }
        ScheduleColumn Line(string heading, string title) => Of(heading, Found(title));
        List<ScheduleColumn> columns =
        [
            new("Date\n", t => $"{t.End.Iso()} {Marks(t),-3}") { Total = "Total" },
            new("Days\n", t => t.Days == 0 ? Figure.Zero : $"{t.Days} "),
            new("Rate\n", t => t.Days == 0 ? Figure.Zero : Figure.Rate(run[Name("Rate"), t])) { Lines = Found("Rate") },
            Of("Opening\nbalance", [run.Model.Find(loan.Opening)], summed: false) with { Dispensable = 1, InPlace = "the closing balance before" },
            Line("Draw\n", "Draw"),
            Of("Interest\n", Found("Interest", "Default interest")),
            Of("Fees\n", fees),
        ];
        if (run.Model.TryFind(Name("Index")) is not null) columns.Insert(2, new("Index\n", t => t.Days == 0 ? Figure.Zero : Figure.Rate(run[Name("Index"), t])) { Lines = Found("Index"), Dispensable = 2, InPlace = "the rate less the margin" });
        if (Capitalised.Any(IsAny)) columns.Insert(columns.Count - 1, Of("Interest\ncapitalised", Found([.. Capitalised])));
        if (late) columns.Add(Of("Principal\ndue", Found("Principal due"), summed: false));
        columns.Add(Line(late ? "Principal\npaid" : "Principal\ndue and paid", "Principal paid"));
        if (early.IsEmpty && IsAny("Prepayment")) columns.Add(Line("Of which\nprepaid", "Prepayment"));
        if (early.Any(line => Figure.IsAnything(run, line))) columns.Add(Of("Repaid\nearly", early));
        columns.AddRange(Conversions.Where(c => run.Model.TryFind(Name(c.Title)) is not null && IsAny(c.Title)).Select(c => Line(c.Heading, c.Title)));
        columns.Add(Of("Closing\nbalance", [run.Model.Find(loan.Closing)], summed: false));
        if (late) columns.Add(Of("Overdue\nin all", overdue, summed: false));
        if (HasRatios) columns.AddRange(Ratios.Select(ratio => new ScheduleColumn($"{ratio}\n", t => Figure.Times(run[$"Ratios / {ratio}", t]))
        {
            Lines = [run.Model.Find($"Ratios / {ratio}")], Dispensable = ratio == "LLCR" ? 3 : 0, InPlace = "a line of the statement",
        }));
        return columns;
    }

    TextLine Row(List<ScheduleColumn> columns, Func<ScheduleColumn, string> cell, Emphasis emphasis) =>
        new(string.Concat(columns.Select((column, i) => i == 0 ? cell(column).PadRight(column.Width(rows) - 1) : cell(column).PadLeft(column.Width(rows)))).TrimEnd(), emphasis);

    int WidthOf(List<ScheduleColumn> columns) => columns.Sum(column => column.Width(rows)) - 1;

    string Marks(Period t)
    {
        if (t.Days == 0) return "";
        var marks = (loan.InterestDates.Contains(t.End) ? "i" : "") + (loan.Instalments.Contains(t.End) ? "p" : "");
        return loan.Settlements.TryGetValue(t.End, out var settled) && settled != t.End ? marks + "*" : marks;
    }

    bool IsOwing(Period t) => Math.Abs(run[loan.Opening, t]) >= Noticeable.Money || Math.Abs(run[loan.Closing, t]) >= Noticeable.Money || Overdue(t) >= Noticeable.Money;

    double Overdue(Period t) => overdue.Sum(line => run[line, t]);

    bool IsAny(string title) => run.Model.TryFind(Name(title)) is { } line && Figure.IsAnything(run, line);

    /// <summary>Those lines of the loan that it has.</summary>
    ImmutableArray<Line> Found(params ReadOnlySpan<string> titles)
    {
        var found = ImmutableArray.CreateBuilder<Line>();
        foreach (var title in titles)
            if (run.Model.TryFind(Name(title)) is { } line) found.Add(line);
        return found.DrainToImmutable();
    }

    string Name(string title) => $"{loan.Loan} / {title}";
}

/// <summary>The schedule of a loan as a table.</summary>
/// <param name="Title">"Project loan: schedule, USD".</param>
/// <param name="Columns">The columns, the date first.</param>
/// <param name="Rows">The columns of the model, one a row.</param>
/// <param name="Notes">What is said below it.</param>
sealed record LoanTable(string Title, List<ScheduleColumn> Columns, ImmutableArray<Period> Rows, ImmutableArray<string> Notes);
