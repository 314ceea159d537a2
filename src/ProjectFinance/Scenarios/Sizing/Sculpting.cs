using System.Collections.Immutable;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>
/// A loan whose debt service follows the cash flow: in every period cash flow available for debt service / debt service is the cover ratio asked for. The loan is the
/// most that such service repays. Without tax it is the cash flow's present value at the loan's rate, over the ratio; with tax, which the loan's own interest reduces,
/// a recursion from the last period to the first.
/// </summary>
public sealed record Sculpting
{
    /// <summary>The cash flow available for debt service of each period, [period], before tax where there is <see cref="Tax"/>. Not negative.</summary>
    public required ImmutableArray<double> CashFlow { get; init; }

    /// <summary>The yearly interest rate as a fraction, one for all periods or one each, [period]; a period's rate is this over <see cref="PeriodsPerYear"/>: 8 % in half-years is 0.04 a period. Not negative.</summary>
    public required ImmutableArray<double> Rates { get; init; }

    /// <summary>The cover ratio, one for all periods or one each, [period]: 1.35. Above zero.</summary>
    public required ImmutableArray<double> Dscr { get; init; }

    /// <summary>The tax on the cash flow. The default is none.</summary>
    public SculptingTax? Tax { get; init; }

    /// <summary>For how many months of debt service a reserve account is filled. The default is 0. Not negative.</summary>
    public double ReserveMonths { get; init; }

    /// <summary>How many periods a year has. The default is 1. At least 1.</summary>
    public int PeriodsPerYear { get; init; } = 1;

    /// <summary>Finds the loan.</summary>
    /// <exception cref="InvalidInputException">The figures cannot be used, every problem at once; or tax leaves less than nothing in some period; or the tax and the loan do not settle.</exception>
    public SculptedDebt Solve()
    {
        SculptingProblems.Throw(this);
        return SculptingRecursion.Solve(this);
    }

    /// <summary>The rate of a period.</summary>
    internal double Rate(int t) => Rates[Rates.Length == 1 ? 0 : t] / PeriodsPerYear;

    /// <summary>The cover ratio of a period.</summary>
    internal double Cover(int t) => Dscr[Dscr.Length == 1 ? 0 : t];
}
