using System.Collections.Immutable;
using ProjectFinance.Accounts;
using ProjectFinance.Deals;
using ProjectFinance.Operations;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>
/// Chooses and orders the rows of the statement a lender reads: cash flow of the project, roll-forward of each loan and account, ratios,
/// covenants, breaches, waivers, defaults, checks. What is added and what is taken away is said in words, so that every figure is the line's own.
/// </summary>
sealed class StatementRows
{
    static readonly ImmutableArray<string> RateTitles = ["Index", "Margin", "Rate"];

    // They have places of their own, or help only to compute others.
    static readonly ImmutableArray<string> Apart = ["Milestones", "Ratios", "Covenants", "Undertakings", "Breaches", "Waivers", "Defaults", "Tests", "Checks"];

    static readonly ImmutableArray<string> ConversionTitles = ["Conversion price", "Shares reserved", "Dilution on conversion", "Shares issued", "Forced conversion blocked"];

    static readonly ImmutableArray<string> MetalTitles = ["Conversion price", "Value", "Unrealised gain", "Gain on conversion back"];

    readonly LaidOutDeal deal;
    readonly Statement statement;
    readonly Run run;
    readonly HashSet<Line> owed;

    StatementRows(LaidOutDeal deal, Statement statement)
    {
        (this.deal, this.statement, run) = (deal, statement, statement.Run);
        owed = [.. run.Model.Obligations.SelectMany(o => new[] { o.Due, o.Paid, o.Overdue, o.Deferred, o.Payable, o.Payment, o.Arrears }).OfType<Line>()];
    }

    internal static ImmutableArray<TableSection> Of(LaidOutDeal deal, Statement statement) => new StatementRows(deal, statement).Sections();

    /// <summary>Lines as they are named, by section.</summary>
    internal static ImmutableArray<TableSection> Of(Statement statement, IEnumerable<Line> lines) =>
        [.. statement.Grouped(lines).Select(section => new TableSection(section.Name, [.. section.Rows.Select(row => new TableRow(Title(row.Line), row))]))];

    ImmutableArray<TableSection> Sections() =>
    [
        .. deal.Deal.Projects.Select(Project),
        .. Others(),
        .. deal.Loans.Where(loan => LoanSchedule.IsUsed(run, loan)).Select(Loan),
        .. deal.Deal.Accounts.Select(Account),
        .. Ratios(), .. Of(statement, run.Model.Lines.Where(line => line.Section == "Covenants")), Breaches(), .. Held("Waivers"), .. Held("Defaults"), Checks(),
    ];

    TableSection Project(Project terms)
    {
        IEnumerable<TableRow> Costs(string title) => [Row(terms.Name, title, "less "), .. Parts($"{terms.Name} / {title}: ")];
        var price = run.Model.Lines.First(line => line.Section == terms.Name && line.Unit == terms.Currency / terms.Production.Unit);
        return new(terms.Name,
        [
            Row(terms.Name, "Production"), new(Title(price), statement[price]), Row(terms.Name, "Revenue"), Row(terms.Name, "Royalty", "less "),
            .. Costs("Operating costs"), .. Costs("Capital costs"), Row(terms.Name, "Net cash flow") with { IsTotal = true, Emphasis = Emphasis.Total },
            .. Own(terms.Name),
        ]);
    }

    /// <summary>What a total is made of, where it is made of several things.</summary>
    IEnumerable<TableRow> Parts(string prefix)
    {
        var parts = run.Model.Lines.Where(line => line.Name.StartsWith(prefix, StringComparison.Ordinal) && !owed.Contains(line)).ToList();
        return parts.Count < 2 ? [] : parts.Select(line => new TableRow($"  of which {line.Name[prefix.Length..]}", statement[line]));
    }

    TableSection Loan(LoanCalendar loan)
    {
        var owing = run.Model.Obligations.Where(o => o.Due.Section == loan.Loan).ToList();
        var early = owing.Where(o => loan.EarlyRepayments.Contains(o.Name)).ToList();
        var (opening, closing) = (run.Model.Find(loan.Opening), run.Model.Find(loan.Closing));
        string? WhileOwing(ReportingPeriod p) => Math.Abs(run.Values(opening)[p.First]) < 0.01 && Math.Abs(run.Values(closing)[p.Last]) < 0.01 ? "" : null;
        return new(loan.Loan,
        [
            new("Opening balance", statement[opening]), Row(loan.Loan, "Draw", "plus "), .. IfAny(loan.Loan, "Interest capitalised", "plus "), .. IfAny(loan.Loan, "Interest added to principal", "plus "),
            Row(loan.Loan, "Principal paid", "less "), .. early.Select(o => new TableRow($"less {Title(o.Paid)}", statement[o.Paid])), .. Conversions(loan),
            new("Closing balance", statement[closing]) { IsTotal = true, Emphasis = Emphasis.Total },
            TableRow.Gap,
            Row(loan.Loan, "Interest"), .. IfAny(loan.Loan, "Default interest"),
            Row(loan.Loan, "Interest paid"),
            .. owing.Except(early).Where(o => Title(o.Paid) is not ("Interest paid" or "Principal paid")).Select(o => new TableRow(Title(o.Paid), statement[o.Paid])),
            Row(loan.Loan, "Principal scheduled"), Row(loan.Loan, "Debt service"), .. InMoney(loan, owing),
            .. owing.Where(o => Figure.IsAnything(run, o.Overdue)).Select(o => new TableRow(Title(o.Overdue), statement[o.Overdue]) { Emphasis = Emphasis.Warning }),
            .. RateTitles.Where(title => run.Model.TryFind($"{loan.Loan} / {title}") is not null).Select(title => Row(loan.Loan, title) with { Instead = WhileOwing }),
            .. ConversionTitles.SelectMany(title => IfAny(loan.Loan, title)),
            .. Own(loan.Loan),
        ]);
    }

    TableSection Account(Account agreed)
    {
        var flows = AccountFlows.Of(run.Model, agreed);
        var terms = flows.Terms;
        List<Obligation> owing = [.. flows.Paid.Select(payment => payment.Owed)];
        List<Line> paid = [.. flows.Paid.Select(payment => payment.Line)];
        var overdue = owing.FindAll(o => Figure.IsAnything(run, o.Arrears));
        return new(terms.Name,
        [
            Row(terms.Name, "Opening balance"),
            .. flows.Received.Select(line => new TableRow($"plus {TitleAmong(flows.Received, line)}", statement[line])),
            .. paid.Select(line => new TableRow($"less {TitleAmong(paid, line)}", statement[line])),
            .. terms.Distribution is null ? [] : new[] { Row(terms.Name, "Distribution", "less ") },
            Row(terms.Name, "Closing balance") with { IsTotal = true, Emphasis = Emphasis.Total },
            .. IfAny(terms.Name, "Balance with sub-accounts"),
            Row(terms.Name, "Minimum balance"), .. terms.Distribution?.Keep is null ? [] : new[] { Row(terms.Name, "Kept from distribution") }, Row(terms.Name, "Shortfall of minimum balance"),
            .. overdue.Count == 0 ? [] : new[] { Row(terms.Name, "Overdue") with { Emphasis = Emphasis.Warning } },
            .. overdue.Count < 2 ? [] : overdue.Select(o => new TableRow($"  of which {Title(o.Overdue)[..^" overdue".Length]}", statement[o.Arrears])),
            .. run.Model.TryFind($"{terms.Name} / Deferred") is { } deferred ? new[] { new TableRow(Title(deferred), statement[deferred]) } : [],
            .. Own(terms.Name),
        ]);
    }

    ImmutableArray<TableSection> Others()
    {
        ImmutableHashSet<string> shown = [.. deal.Deal.Projects.Select(p => p.Name), .. deal.Loans.Select(l => l.Loan), .. deal.Deal.Accounts.Select(a => a.Name), .. Apart];
        ImmutableHashSet<string> asAgreed = [.. deal.Deal.Contributions.Where(c => !Figure.IsAnything(run, run.Model.Find($"{c.Name} missed"))).SelectMany(c => new[] { $"{c.Name} agreed", $"{c.Name} missed" })];
        return Of(statement, run.Model.Lines.Where(line => !shown.Contains(line.Section) && !owed.Contains(line) && !asAgreed.Contains(line.Name) && !IsStep(line)));
    }

    ImmutableArray<TableSection> Ratios()
    {
        bool IsShown(Line line) => line.Section == "Ratios" && !IsStep(line) && line.Name != "Ratios / Contributions to date" && (deal.Loans.Length > 1 || line.Name != "Ratios / Debt outstanding");
        return Of(statement, run.Model.Lines.Where(IsShown));
    }

    TableSection Breaches()
    {
        var tested = Breach.LinesOf(run.Model).ToList();
        var breached = tested.Where(line => Figure.IsAnything(run, line)).ToList();
        if (breached.Count == 0) return new("Breaches", [], $"None of the {tested.Count} tested for.");
        string? Cured(Line line, ReportingPeriod p) => Passed(line, p, "cured ");
        var rows = breached.Select(line => new TableRow(Title(line), statement[line]) { Instead = p => Cured(line, p), Emphasis = Emphasis.Warning }).ToImmutableArray();
        bool anyCured = statement.Periods.Any(p => breached.Exists(line => Cured(line, p) is not null));
        return new("Breaches", rows, anyCured ? "yes: at the end of the period; cured: in the period, but not at its end." : "");
    }

    /// <summary>The lines of a section that ever hold; no section where none does.</summary>
    ImmutableArray<TableSection> Held(string section) =>
    [
        .. Of(statement, run.Model.Lines.Where(line => line.Section == section && Figure.IsAnything(run, line)))
            .Select(held => held with { Rows = [.. held.Rows.Select(row => row with { Instead = p => row.Values is { Line.Kind: LineKind.Flag } values ? Passed(values.Line, p, "ended ") : null })] }),
    ];

    /// <summary>A word for a flag that held in a period, but not at its end.</summary>
    string? Passed(Line line, ReportingPeriod p, string word) => run.Values(line)[p.Last] == 0 && run.Values(line)[p.First..(p.Last + 1)].ContainsAnyExcept(0) ? word : null;

    TableSection Checks()
    {
        var failed = run.Checks.Where(check => !check.Passed).Select(check => run.Model.Find(check.Name)).ToList();
        return failed.Count == 0
            ? new("Checks", [], $"All {run.Checks.Length} are zero.")
            : new("Checks", [.. failed.Select(line => new TableRow(Title(line), statement[line]) { Emphasis = Emphasis.Warning })], $"{failed.Count} of {run.Checks.Length} are not zero.");
    }

    /// <summary>The term sheet's own lines of a section.</summary>
    IEnumerable<TableRow> Own(string section) => deal.Deal.Lines.Select(own => run.Model.Find(own.Name)).Where(line => line.Section == section).Select(line => new TableRow(Title(line), statement[line]));

    /// <summary>What a loan gives and takes by conversion; the draw of one in metal is what is converted into it.</summary>
    IEnumerable<TableRow> Conversions(LoanCalendar loan)
    {
        bool inMetal = run.Model.TryFind($"{loan.Loan} / Limit") is not null;
        IEnumerable<TableRow> Any(string title, string sign) => run.Model.TryFind($"{loan.Loan} / {title}") is null ? [] : IfAny(loan.Loan, title, sign);
        return [.. inMetal ? [] : Any("Converted", "less "), .. Any("Return of excess paid", "less "), .. Any("Converted back", inMetal ? "less " : "plus ")];
    }

    /// <summary>What is paid in money on a loan in metal, and what it is worth.</summary>
    IEnumerable<TableRow> InMoney(LoanCalendar loan, List<Obligation> owing) =>
    [
        .. owing.Where(o => o.Payment != o.Paid).Select(o => new TableRow(Title(o.Payment), statement[o.Payment])),
        .. run.Model.TryFind($"{loan.Loan} / Limit") is null ? [] : MetalTitles.Select(title => run.Model.TryFind($"{loan.Loan} / {title}")).OfType<Line>().Select(line => new TableRow(Title(line), statement[line])),
    ];

    IEnumerable<TableRow> IfAny(string section, string title, string sign = "") => run.Model.TryFind($"{section} / {title}") is { } line && Figure.IsAnything(run, line) ? [Row(section, title, sign)] : [];

    TableRow Row(string section, string title, string sign = "") => new(sign + title, statement[Line(section, title)]);

    Line Line(string section, string title) => run.Model.Find($"{section} / {title}");

    static bool IsStep(Line line) => line.Name.Contains(", present value", StringComparison.Ordinal);

    /// <summary>A line's title; its whole name where another has the same title.</summary>
    static string TitleAmong(IReadOnlyCollection<Line> lines, Line line) => lines.Count(other => Title(other) == Title(line)) > 1 ? line.Name : Title(line);

    static string Title(Line line) => line.Name.Length > line.Section.Length ? line.Name[(line.Section.Length + 3)..] : line.Name;
}
