using System.Collections.Immutable;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>Instalments of principal.</summary>
sealed class RepaymentLines
{
    readonly LoanDates dates;
    readonly ImmutableArray<double> shares;

    internal RepaymentLines(TermLoanLines loan)
    {
        dates = loan.Dates;
        shares = InstalmentWeights.SharesOfOutstanding(InstalmentWeights.Of(loan.Terms.Repayment, dates, loan.Terms.Interest.DayCount));
        var scheduled = loan.Model.Declare(loan.Name("Principal scheduled"), loan.Currency, LineKind.Flow, loan.SourceOf("repayment"));
        Principal = loan.Model.Obligation(loan.Name("Principal"), loan.Currency, t => scheduled[t], loan.SourceOf("repayment"));
        scheduled.Is(t => dates.InstalmentOn(t) is var j and >= 0 ? NotNegative(loan.Opening[t] - Principal.CarriedInto(t) - Converted(t)) * shares[j] : 0);

        Formula Converted(Period t) => loan.Conversion is { } conversion ? conversion.Converted[t] : 0;
    }

    /// <summary>Principal to be repaid.</summary>
    internal Obligation Principal { get; }

    /// <summary>What part of a balance is still there after the instalments that fall after one date, up to another.</summary>
    internal double Rest(NodaTime.LocalDate after, NodaTime.LocalDate upTo)
    {
        double rest = 1;
        for (int j = 0; j < shares.Length; j++)
            if (dates.Instalments[j] > after && dates.Instalments[j] <= upTo) rest *= 1 - shares[j];
        return rest;
    }
}
