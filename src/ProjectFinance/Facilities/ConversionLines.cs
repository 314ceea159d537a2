using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Modelling;
using ProjectFinance.Time;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>Lays out the conversion of a loan into shares. The names come first, so that issues of shares may refer to them.</summary>
sealed class ConversionLines
{
    readonly TermLoanLines loan;
    readonly ConversionTerms terms;
    readonly string where;
    readonly Line price;
    readonly Line shares;
    readonly Line issued;
    readonly Line reserved;
    readonly Line? dilution;

    ConversionLines(TermLoanLines loan, ConversionTerms terms, string where)
    {
        (this.loan, this.terms, this.where) = (loan, terms, where);
        price = Declare("Conversion price", loan.Currency / Units.Share, LineKind.Level);
        shares = Declare("Shares on conversion", Units.Share, LineKind.Level);
        Converted = Declare("Converted", loan.Currency, LineKind.Flow);
        issued = Declare("Shares issued", Units.Share, LineKind.Flow);
        reserved = Declare("Shares reserved", Units.Share, LineKind.Level);
        if (terms.Shares is not null) dilution = Declare("Dilution on conversion", Unit.None, LineKind.Level);
        if (!terms.FractionInCash) return;
        var cash = Declare("Cash for a fraction of a share", loan.Currency, LineKind.Flow);
        cash.Is(t => NotNegative(Converted[t] - issued[t] * price[t]));
        loan.Model.Obligation(cash.Name, loan.Currency, t => cash[t], cash.Source);
    }

    /// <summary>The principal that becomes shares.</summary>
    internal Line Converted { get; }

    /// <summary>Writes the names of the lines; formulas follow once every line is there.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="terms">Terms that have been validated.</param>
    /// <param name="where">Where they stand in the input: "facilities[1].conversion".</param>
    internal static ConversionLines Declare(TermLoanLines loan, ConversionTerms terms, string where) => new(loan, terms, where);

    /// <summary>Gives the lines their formulas.</summary>
    /// <param name="balance">What of the loan may convert in a column: the balance before payments that is not overdue.</param>
    /// <exception cref="InvalidInputException">What the terms name does not exist, or the borrower requires conversion on a day on which it may not; everything at once.</exception>
    internal void Complete(Func<Period, Formula> balance)
    {
        var gather = new Gather();
        Func<Period, Condition> byLender = _ => false, byBorrower = _ => false;
        gather.Try(() => new ConversionPriceLine(loan, terms, price).Complete(where));
        if (terms.ByLender is { } lender) gather.Try(() => byLender = ByLender(lender));
        if (terms.ByBorrower is { } borrower) gather.Try(() => byBorrower = ByBorrower(borrower));
        Line? outstanding = null;
        if (terms.Shares is { } company) gather.Try(() => outstanding = AmountLines.Find(loan.Model, $"{company} / Shares outstanding", $"{where}.shares"));
        gather.Throw();

        var converts = loan.Model.Flag(loan.Name("Converts"), t => byLender(t) | byBorrower(t), loan.SourceOf("conversion"));
        shares.Is(t => WholeShares.Of(Ratio(balance(t), price[t], 0), terms.Rounding));
        Converted.Is(t => When(converts[t], balance(t), 0));
        issued.Is(t => When(converts[t], shares[t], 0));
        reserved.Is(t => WholeShares.Of(Ratio(loan.Closing[t], price[t], 0), terms.Rounding));
        dilution?.Is(t => Ratio(reserved[t], outstanding![t] + reserved[t], 0));
    }

    Line Declare(string title, Unit unit, LineKind kind) => loan.Model.Declare(loan.Name(title), unit, kind, loan.SourceOf("conversion"));

    Func<Period, Condition> ByLender(LenderConversion lender)
    {
        var holds = TestLines.Write(loan.Model, lender.When, $"{where}.byLender.when");
        return t => lender.OnInterestDates && !loan.Dates.IsInterestDate(t) ? false : holds(t);
    }

    Func<Period, Condition> ByBorrower(ForcedConversion forced)
    {
        var model = loan.Model;
        var holds = TestLines.Write(model, forced.When, $"{where}.byBorrower.when");
        Condition Allowed(Period t) => holds(t) & !Defaults.ContinuingBefore(model, t);
        if (forced.On is not { } day) return Allowed;
        if (model.Periods.FirstOrDefault(t => t.End >= day) is not { } column) return _ => false;
        if (IsNever(Allowed(column)) && IsKnown(forced.When, day)) throw InvalidInputException.Of(
            $"Facility '{loan.Terms.Name}'", $"the borrower requires conversion on {day.Iso()}, when {(IsNever(holds(column)) ? "its condition is not met" : "a default is continuing")}",
            "it may where the condition of 'when' is met and no default is continuing", $"{where}.byBorrower.on");
        model.Flag(loan.Name("Forced conversion blocked"), t => t.End >= day ? !Allowed(t) & loan.Closing[t] > 0 : false, loan.SourceOf("conversion"));
        return t => t.End >= day ? Allowed(t) : false;
    }

    /// <summary>Whether the market data reach up to a day, as far as a test asks for daily figures.</summary>
    bool IsKnown(Test test, LocalDate day) => test switch
    {
        ConsecutiveFixings { Price: var price } => loan.Model.Market.Prices.TryGetValue(price, out var series) && series.Fixings.Any(fixing => fixing.Key >= day),
        AllOf { Of: var of } => of.All(one => IsKnown(one, day)),
        AnyOf { Of: var of } => of.All(one => IsKnown(one, day)),
        Not { Of: var of } => IsKnown(of, day),
        ForDays { Of: var of } => IsKnown(of, day),
        _ => true,
    };

    bool IsNever(Condition condition) => loan.Model.Graph.IsConstant(condition.NodeIn(loan.Model.Graph), out double value) && value == 0;
}
