using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>A loan sculpted to a cover ratio, with what certifies it. Amounts in the unit of the cash flow.</summary>
public sealed record SculptedDebt
{
    /// <summary>The loan.</summary>
    public required double Debt { get; init; }

    /// <summary>The cash flow after tax that services it, [period].</summary>
    public required ImmutableArray<double> CashFlow { get; init; }

    /// <summary>The tax, [period]; negative where a loss is refunded.</summary>
    public required ImmutableArray<double> Tax { get; init; }

    /// <summary>Interest on the balance at the period's start, [period].</summary>
    public required ImmutableArray<double> Interest { get; init; }

    /// <summary>Principal repaid, [period]; negative where interest is more than the debt service allowed, so that the loan grows.</summary>
    public required ImmutableArray<double> Principal { get; init; }

    /// <summary>The balance at the period's end, [period]; the last is zero.</summary>
    public required ImmutableArray<double> Balance { get; init; }

    /// <summary>What the reserve account is to hold at the period's end: the debt service of the months that follow, a part of a period counting with its part, [period].</summary>
    public required ImmutableArray<double> Reserve { get; init; }

    /// <summary>What the reserve account is to hold at the start.</summary>
    public required double ReserveAtStart { get; init; }

    /// <summary>How many times the loan was computed: 1 where the recursion closes, more where losses carried forward are to be found together with the loan.</summary>
    public required int Passes { get; init; }

    /// <summary>The largest difference of any period between cash flow and cover ratio x debt service, tax computed anew from the interest: what certifies the loan. Rounding only.</summary>
    public required double Residual { get; init; }

    /// <summary>Interest and principal, [period].</summary>
    public ImmutableArray<double> DebtService => [.. Interest.Zip(Principal, (interest, principal) => interest + principal)];

    /// <summary>The periods, from 0, in which the loan grows; empty for none.</summary>
    public ImmutableArray<int> Growing => [.. Principal.Index().Where(p => p.Item < 0).Select(p => p.Index)];

    /// <summary>The repayment plan of a loan of this size: the principal as a percentage of the loan, on stated dates.</summary>
    /// <param name="dates">The date of each period's instalment, in order.</param>
    /// <exception cref="InvalidInputException">There is not one date a period, nothing is lent, or the loan grows in some period, which no instalment can do.</exception>
    public PercentageTable Repayment(IEnumerable<LocalDate> dates)
    {
        ImmutableArray<LocalDate> on = [.. dates];
        if (on.Length != Principal.Length) throw InvalidInputException.Of("Instalment dates", $"there are {on.Length} for {Principal.Length} periods", "give one date a period");
        if (!(Debt > 0)) throw InvalidInputException.Of("Sculpted loan", "nothing is lent", "give cash flow that services a loan");
        if (!Growing.IsEmpty) throw InvalidInputException.Of("Sculpted loan", $"it grows in period {Growing[0] + 1}, where interest is more than the debt service allowed", "lower the cover ratio there, or shorten the loan");
        return new([.. on.Zip(Principal, (date, principal) => new Instalment(date, principal / Debt))]);
    }
}
