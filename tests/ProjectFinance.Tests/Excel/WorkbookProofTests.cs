using ProjectFinance.Deals;
using ProjectFinance.Time;
using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Excel;

/// <summary>Workbooks computed by another program from their formulas alone: every cell of every line is the library's.</summary>
public sealed class WorkbookProofTests
{
    static readonly Market Known = Market.Read(Repository.PathOf("seeds", "market-1996-2001.json"));

    /// <summary>Each reference deal with other inputs: prices and quantities; margins and the commitment; dates; everything at once, with dates that never come.</summary>
    public static TheoryData<string, string> Changes => new()
    {
        { "illinois-creek-1996-07", "prices" }, { "illinois-creek-1996-11", "terms" }, { "illinois-creek-1997-01", "dates" }, { "illinois-creek-afterwards", "all" },
    };

    [CalcTheory]
    [MemberData(nameof(Changes))]
    public void Workbook_OfAReferenceDeal_ComputesToTheLibrarysNumbers(string deal, string change)
    {
        var exported = new Exported(DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", $"{deal}.json")), Known).Model);

        Agrees(exported, input => input.Value, input => Changed(input, change));
    }

    // What happened stays as it is, whatever is changed; the rest follows from it.
    [CalcFact]
    public void Workbook_OfLockedHistory_ComputesToTheLibrarysNumbers()
    {
        var deal = DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json")), Known, actuals: Actuals.Read(Repository.PathOf("samples", "actuals-1996.csv")));

        Agrees(new Exported(deal.Model), input => input.Value, input => input.IsActual ? input.Value : Changed(input, "prices"));
    }

    // One loan for each way of repaying, a prepayment, a floating rate with limits, and an account that cannot always pay.
    [CalcFact]
    public void Workbook_OfScheduledLoans_ComputesToTheLibrarysNumbers()
    {
        var exported = new Exported(DealLayout.Lay(ScheduledLoans.Deal, ScheduledLoans.Market).Model);

        Agrees(exported, input => input.Value, input => Changed(input, "prices"));
    }

    // Two draws that fund what each other causes, with limits: each trial of the one solves the other inside it.
    [CalcFact]
    public void Workbook_OfLinesSolvedInsideOneAnother_ComputesToTheLibrarysNumbers()
    {
        var model = new Model(Timeline.Quarterly(new(2026, 12, 31), new(2028, 12, 31)));
        var need = model.Input("Needs / First", Units.Usd, t => 1_000_000 + 50_000 * t.Index);
        var other = model.Input("Needs / Second", Units.Usd, t => 400_000 - 90_000 * t.Index);
        var x = model.Unknown("First / Draw", Units.Usd);
        var y = model.Unknown("Second / Draw", Units.Usd);
        var fees = model.Line("First / Fees", Units.Usd, t => 0.3 * y[t]);
        x.Is(t => Min(1_200_000 * Units.Usd, NotNegative(need[t] + 0.1 * x[t] + fees[t])));
        y.Is(t => Min(500_000 * Units.Usd, NotNegative(other[t] + 0.2 * x[t] + 0.2 * y[t])));

        Agrees(new Exported(model), input => input.Value, input => 0.4 * input.Value);
    }

    static void Agrees(Exported exported, params Func<InputCell, double>[] changes)
    {
        var trials = changes.Select(exported.Changed).ToList();
        var computed = Calc.Computed([.. trials.Select(trial => trial.File)]);
        foreach (var ((_, run), book) in trials.Zip(computed))
        {
            var differences = exported.Differences(book, run).ToList();
            Assert.True(differences.Count == 0, $"{differences.Count} cells differ:\n{string.Join('\n', differences.Take(20))}");
            Assert.Equal(run.Checks.Count(check => !check.Passed), Exported.ChecksFailed(book));
        }
    }

    static double Changed(InputCell input, string change)
    {
        double value = input.Value;
        bool isAll = change == "all", isPrice = input.Observed is not null, isRow = input.Period is not null;
        if (input.Unit == Units.Day) return isAll ? double.PositiveInfinity : change == "dates" && double.IsFinite(value) ? value + 150 : value;
        if (isPrice && (isAll || change == "prices")) return input.Unit.IsNone ? value + 0.02 : 0.85 * value;
        if (isRow && !isPrice && change == "prices") return 1.2 * value;
        if (input.Name.Contains("Margin", StringComparison.Ordinal) && (isAll || change == "terms")) return value + 0.0125;
        if (input.Name.EndsWith("Commitment", StringComparison.Ordinal) && (isAll || change == "terms")) return 0.9 * value;
        return value;
    }
}
