using ProjectFinance.Time;
using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Excel;

/// <summary>Workbooks of deals with inputs as they are and changed, their values deleted, all computed by one run of LibreOffice.</summary>
public sealed class ComputedBooks
{
    /// <summary>The deals and the sets of inputs: each reference deal with its own and with others.</summary>
    static readonly (string Deal, string[] Sets)[] Asked =
    [
        ("illinois-creek-1996-07", ["as written", "prices half higher, rates 8 % up"]),
        ("illinois-creek-1996-11", ["as written", "rates below zero"]),
        ("illinois-creek-1997-01", ["as written", "random 3"]),
        ("illinois-creek-afterwards", ["as written", "dates never"]),
        (SeedBooks.Locked, ["random 4"]),
        ("lines solved inside one another", ["as written", "terms and rows at two fifths"]),
        ("scheduled loans", ["as written", "rates below zero", "random 5"]),
        ("hedges of every kind", ["prices a third lower", "random 6"]),
        ("a convertible note, its price reset", ["as written", "dates at the end of column 3 and 0"]),
        ("a loan in metal", ["as written", "random 7"]),
        ("a loan with a sweep", ["as written", "everything zero"]),
        ("two kinds of loan, accelerated", ["as written", "random 8"]),
        ("covenants breached and cured", ["as written", "terms halved"]),
        ("shares and a merger", ["as written", "terms doubled"]),
    ];

    readonly Lazy<(Dictionary<string, (Exported, InputTrial, Spreadsheet)> ByName, Spreadsheet Strict)> computed = new(Compute);

    /// <summary>A name for each deal and set.</summary>
    public static IEnumerable<string> Names => Asked.SelectMany(asked => asked.Sets.Select(set => $"{asked.Deal}: {set}"));

    /// <summary>The reference deal with a tolerance below zero.</summary>
    internal Spreadsheet Strict => computed.Value.Strict;

    /// <summary>A workbook, its inputs with what the library has for them, and what LibreOffice found.</summary>
    internal (Exported Exported, InputTrial Trial, Spreadsheet Computed) Of(string name) => computed.Value.ByName[name];

    static (Dictionary<string, (Exported, InputTrial, Spreadsheet)>, Spreadsheet) Compute()
    {
        var trials = new List<(string Name, Exported Exported, InputTrial Trial)>();
        foreach (var (deal, sets) in Asked)
        {
            var exported = BookOf(deal);
            foreach (var set in sets) trials.Add(($"{deal}: {set}", exported, exported.Trial(Change(exported.Model, set))));
        }
        var strict = Spreadsheet.WithoutValues(trials[0].Exported.File, [("Checks", "C4", -1), ("Checks", "C5", -1)]);
        var books = Calc.Computed([.. trials.Select(trial => trial.Exported.With(trial.Trial)), strict]);
        return (trials.Zip(books).ToDictionary(pair => pair.First.Name, pair => (pair.First.Exported, pair.First.Trial, pair.Second), StringComparer.Ordinal), books[^1]);
    }

    static Func<InputCell, double> Change(Model model, string set) =>
        set.StartsWith("random ", StringComparison.Ordinal) ? InputSets.Random(int.Parse(set.AsSpan(7), System.Globalization.CultureInfo.InvariantCulture))
        : set == "terms and rows at two fifths" ? input => 0.4 * input.Value
        : InputSets.Of(model, 0).Single(known => known.Name == set).Change;

    static Exported BookOf(string deal) =>
        deal == "lines solved inside one another" ? new(SolvedInsideOneAnother()) : DealsOfManyKinds.All.TryGetValue(deal, out var kind) ? new(kind()) : SeedBooks.Of(deal);

    // Two draws that fund what each other causes, with limits: each trial of the one solves the other inside it.
    static Model SolvedInsideOneAnother()
    {
        var model = new Model(Timeline.Quarterly(new(2026, 12, 31), new(2028, 12, 31)));
        var need = model.Input("Needs / First", Units.Usd, t => 1_000_000 + 50_000 * t.Index);
        var other = model.Input("Needs / Second", Units.Usd, t => 400_000 - 90_000 * t.Index);
        var x = model.Unknown("First / Draw", Units.Usd);
        var y = model.Unknown("Second / Draw", Units.Usd);
        var fees = model.Line("First / Fees", Units.Usd, t => 0.3 * y[t]);
        x.Is(t => Min(1_200_000 * Units.Usd, NotNegative(need[t] + 0.1 * x[t] + fees[t])));
        y.Is(t => Min(500_000 * Units.Usd, NotNegative(other[t] + 0.2 * x[t] + 0.2 * y[t])));
        return model;
    }
}
