using BenchmarkDotNet.Attributes;
using ProjectFinance.Deals;
using ProjectFinance.Evaluation;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Benchmarks;

/// <summary>Questions to the reference deal of July 1996 once it is laid out, beside the bare evaluation of what a scan looks at: 1,025 gold prices.</summary>
[MemoryDiagnoser]
public class SolveBenchmarks
{
    const int Places = 1_025, Scenarios = 256;
    const string Costs = "Project / Operating costs: Mining, processing and site, each unit";

    readonly Model model = DealLayout.Lay(Deal.Parse(Seeds.Read("illinois-creek-1996-07.json"))).Model;
    readonly Evaluator evaluator;
    readonly BreakEven breakEven;
    readonly GivenScenarios scenarios;
    readonly DebtSizing sizing = new() { Loan = "Project loan", Dscr = 1.5, Llcr = 1.2, ReserveTail = 0.25 };
    readonly ReverseStress stress = new()
    {
        Factors = [new("gold", 0.15, VariedBy.Factor), new(Costs, 0.10, VariedBy.Factor), new("USD LIBOR 3M", 0.01, VariedBy.Addition)],
        Until = Target.Parse("lowest Ratios / DSCR <= 1.10"),
    };

    readonly Sculpting sculpting = new() { CashFlow = [.. Enumerable.Range(0, 120).Select(t => 4.0 + t % 4)], Rates = [0.08], Dscr = [1.35], PeriodsPerYear = 4 };

    /// <summary>Lays the deal out and prepares the questions.</summary>
    public SolveBenchmarks()
    {
        breakEven = new(model, "gold", [Target.Parse("lowest Ratios / DSCR >= 1.20")]);
        evaluator = model.Compile([ChosenOutput.Parse("lowest Ratios / DSCR").Find(model)], breakEven.Varied.Inputs).CreateEvaluator();
        foreach (int i in Enumerable.Range(0, breakEven.Varied.Inputs.Length)) evaluator.Input(i).Fill(385);
        var cost = InputGroup.Find(model, Costs).Cells[0];
        scenarios = new([cost], [[.. Enumerable.Range(0, Scenarios).Select(k => 180 + 0.4 * k)]]);
    }

    /// <summary>The evaluation alone, compiled, in blocks of 256.</summary>
    [Benchmark(Baseline = true, Description = "Bare evaluation of 1,025 prices")]
    public void Bare()
    {
        for (int done = 0; done < Places; done += evaluator.Width) evaluator.Run(Math.Min(evaluator.Width, Places - done));
    }

    /// <summary>A break-even, its programs compiled anew.</summary>
    [Benchmark(Description = "Break-even gold price, with its certificate")]
    public Solution BreakEven() => breakEven.Solve();

    /// <summary>A break-even in each of 256 scenarios.</summary>
    [Benchmark(Description = "Break-even gold price of 256 scenarios")]
    public ScenarioSolutions BreakEvens() => breakEven.Solve(scenarios);

    /// <summary>A size by three tests.</summary>
    [Benchmark(Description = "Largest commitment by three tests")]
    public SizedDebt Size() => sizing.Solve(model);

    /// <summary>A reverse stress of three factors.</summary>
    [Benchmark(Description = "Reverse stress of three factors")]
    public StressResult Stress() => stress.Solve(model);

    /// <summary>A sculpted loan of 120 quarters.</summary>
    [Benchmark(Description = "Sculpted loan, 120 quarters")]
    public SculptedDebt Sculpt() => sculpting.Solve();
}
