using System.Collections.Immutable;
using ProjectFinance.Deals;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>The tests that limit how large a loan may be, each on the lines under "Ratios" of the deal itself. At least one is given.</summary>
public sealed record DebtSizing
{
    const double Cent = 0.01, ThousandthOfAnOunce = 0.001;

    /// <summary>The loan, whose parameter "NAME / Commitment" is sought: "Project loan".</summary>
    public required string Loan { get; init; }

    /// <summary>What gearing may not exceed in any column, as a fraction: 60 % is 0.6. The default is no test.</summary>
    public double? Gearing { get; init; }

    /// <summary>What no DSCR may fall below: 1.20. The default is no test.</summary>
    public double? Dscr { get; init; }

    /// <summary>What no LLCR may fall below: 1.35. The default is no test.</summary>
    public double? Llcr { get; init; }

    /// <summary>What share of production must come after final maturity, as a fraction: 25 % is 0.25. No size of the loan changes it: where it fails, none is right. The default is no test.</summary>
    public double? ReserveTail { get; init; }

    /// <summary>Further tests: "Ratios / Gearing@1997-06-30 &lt;= 60%". The default is none.</summary>
    public ImmutableArray<Target> Others { get; init; } = [];

    /// <summary>The largest commitment looked at, in the loan's currency. The default is four times that of the deal.</summary>
    public double? To { get; init; }

    /// <summary>Every test as a condition.</summary>
    internal ImmutableArray<Target> Targets =>
    [
        .. Test("highest Ratios / Gearing", Comparison.AtMost, Gearing), .. Test("lowest Ratios / DSCR", Comparison.AtLeast, Dscr),
        .. Test("lowest Ratios / LLCR", Comparison.AtLeast, Llcr), .. Test("lowest Ratios / Reserve tail", Comparison.AtLeast, ReserveTail), .. Others,
    ];

    /// <summary>Finds the largest commitment, in whole cents or thousandths of an ounce, at which every test holds.</summary>
    /// <param name="model">The deal as laid out.</param>
    /// <exception cref="InvalidInputException">There is no such loan or test, or the range cannot be used; every problem at once.</exception>
    public SizedDebt Solve(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var name = $"{Loan} / Commitment";
        var gather = new Gather();
        var unit = Unit.None;
        gather.Try(() => unit = UnitOf(model, name));
        gather.Try(() => TargetMargins.Of(model, Targets));
        gather.Throw();
        var options = new SolveOptions { From = 0, To = To, Step = unit.IsMetal ? ThousandthOfAnOunce : Cent, Prefer = Preferred.Highest };
        return new(new BreakEven(model, name, Targets, options).Solve(), unit);
    }

    Unit UnitOf(Model model, string name)
    {
        const string ending = " / Commitment";
        return model.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Unit
            ?? throw InvalidInputException.Of($"Loan '{Loan}'", "the deal has no commitment of it", Nearest.Hint(Loan, model.Parameters.Where(p => p.Name.EndsWith(ending, StringComparison.Ordinal)).Select(p => p.Name[..^ending.Length])));
    }

    static IEnumerable<Target> Test(string output, Comparison comparison, double? value) => value is { } limit ? [new(ChosenOutput.Parse(output), comparison, limit)] : [];
}
