using ProjectFinance.Modelling;
using ProjectFinance.Amounts;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>Lays out the sweep of an account's excess to principal, an obligation that is never more than the account has.</summary>
sealed class SweepLines
{
    /// <summary>The title of the obligation.</summary>
    internal const string Title = "Sweep";

    /// <summary>Writes the lines. The account's lines are asked for by name when formulas are.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="callable">What may be repaid early at a column's end.</param>
    internal SweepLines(TermLoanLines loan, Sweep terms, Func<Period, Formula> callable)
    {
        var model = loan.Model;
        var name = loan.Name(Title);
        var share = model.Parameter($"{name} share", terms.Share.Fraction * Unit.None, terms.Source);
        Taken = model.Line(name, loan.Currency, t => IsSwept(t) ? When(HasBegun(t), Min(NotNegative(callable(t)), share * Excess(t)), 0) : 0, LineKind.Flow, terms.Source);
        Obligation = model.Obligation(name, loan.Currency, t => Taken[t], terms.Source);

        bool IsSwept(Period t) => terms.On == SweepDates.EveryColumn ? t.Days > 0 : loan.Dates.IsInterestDate(t);
        Condition HasBegun(Period t) => terms.From is { } from ? Occasions.HasCome(model, from, t) : true;
        Formula Excess(Period t)
        {
            var excess = OfAccount($"Available for {name}")[t] - NotNegative(OfAccount("Minimum balance")[t]);
            return NotNegative(model.TryFind($"{terms.Account} / Kept from distribution") is { } kept ? excess - NotNegative(kept[t]) : excess);
        }
        Line OfAccount(string title) => model.Find($"{terms.Account} / {title}");
    }

    /// <summary>What is swept.</summary>
    internal Line Taken { get; }

    /// <summary>What is swept, as it stands in the waterfall.</summary>
    internal Obligation Obligation { get; }
}
