using NodaTime;
using ProjectFinance.Modelling;
using ProjectFinance.Time;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>
/// Converts a loan into others, at a price, and back. Writes what is converted, the limit, how what is owed in metal is settled, and what it is worth in money;
/// docs/facilities.md says what every line means.
/// </summary>
sealed class RedenominationLines
{
    /// <summary>The title of the obligation to return what exceeds a limit at the market.</summary>
    internal const string ReturnTitle = "Return of excess";

    readonly Model model;
    readonly TermLoanLines metal;
    readonly TermLoanLines loan;
    readonly Redenomination terms;
    readonly BusinessCalendar calendar;
    readonly ConversionElectionLines? election;
    readonly Milestone? after;
    readonly Line price;
    readonly Line conversionPrice;
    readonly Line inMoney;
    readonly Line inMoneyBeforeSweep;
    readonly Flag isConverted;

    // Set up in this order: what is converted, what it may come to, how it is settled, what goes back, what it is worth.
    RedenominationLines(TermLoanLines metal, TermLoanLines loan, Redenomination terms, Func<Period, Formula> balance, Func<Period, Formula> balanceBeforeSweep)
    {
        (model, this.metal, this.loan, this.terms) = (metal.Model, metal, loan, terms);
        calendar = CalendarOf(terms);
        election = terms.Election is { } elected ? new ConversionElectionLines(model, elected, calendar) : null;
        after = terms.AfterMilestone is { } name ? model.FindMilestone(name) : null;
        price = model.PriceFixed(terms.Price, terms.FixingDays, calendar, terms.OtherwisePrice);
        var source = metal.SourceOf("draws");
        isConverted = model.Flag(metal.Name("Is converted"), t => isConverted!.Previous(t, false) | Converting(t), source);
        model.Flag(metal.Name("Conversion blocked"), t => IsElected(t) & !IsAllowed(t) & !isConverted.Previous(t, false), source);
        conversionPrice = model.Declare(metal.Name("Conversion price"), price.Unit, LineKind.Level, source);
        conversionPrice.Is(t => When(Converting(t), price[t], conversionPrice.Previous(t, 0)));
        metal.Draw.Is(t => metal.Converted![t]);
        metal.Converted!.Is(t => Ounces(t, balance(t)));
        inMoney = inMoneyBeforeSweep = model.Line(metal.Name($"Converted in {loan.Currency}"), loan.Currency, t => Money(t, metal.Converted[t], balance(t)), LineKind.Flow, source);
        metal.Limit!.Is(Limit);
        if (loan.Terms.Sweep is null) return;
        // What is swept may depend on what is owed in the months to come, so that must not depend on what is swept.
        var before = model.Line(metal.Name("Converted, before the sweep"), metal.Currency, t => Ounces(t, balanceBeforeSweep(t)), LineKind.Flow, "for looking ahead: what would be converted if nothing were swept on the day");
        inMoneyBeforeSweep = model.Line(metal.Name($"Converted in {loan.Currency}, before the sweep"), loan.Currency, t => Money(t, before[t], balanceBeforeSweep(t)), LineKind.Flow, before.Source);
        metal.BeforeSweep.Add(metal.Draw, before);
    }

    bool IsStatedInMetal => metal.Terms.Commitment.Initial.Unit == metal.Currency;

    /// <summary>Writes the conversions among a deal's loans.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loans">Every loan of the deal, in its order.</param>
    internal static void Write(Model model, IReadOnlyList<TermLoanLines> loans)
    {
        foreach (var loan in loans)
        {
            var into = loans.Where(other => other.Terms.Draws is Redenomination conversion && conversion.Of == loan.Terms.Name).ToList();
            if (into.Count > 0) Write(model, loan, into);
        }
    }

    /// <summary>The days on which something of a conversion may happen, for the columns of a timeline.</summary>
    internal static IEnumerable<LocalDate> Days(Redenomination terms, Func<string, LocalDate?> expected) =>
        new[] { terms.Election, terms.Back }.OfType<ConversionElection>().SelectMany(election => ConversionElectionLines.Days(election, CalendarOf(terms), expected));

    /// <summary>The calendar that counts fixing days and days of notice.</summary>
    internal static BusinessCalendar CalendarOf(Redenomination terms) => BusinessCalendar.Union(terms.FixingCalendars.AsSpan());

    // What the loan pays and prepays on the day comes first; of several conversions, each takes what the ones before leave.
    static void Write(Model model, TermLoanLines loan, List<TermLoanLines> into)
    {
        List<Line> added = [.. loan.Additions], reduced = [.. loan.Reductions], back = [];
        List<RedenominationLines> all = [];
        foreach (var metal in into)
        {
            List<RedenominationLines> before = [.. all];
            all.Add(new(metal, loan, (Redenomination)metal.Terms.Draws,
                t => Left(t, loan.Repayment.DueAndSwept(t), before.Select(other => other.inMoney)), t => Left(t, loan.Repayment.Due(t), before.Select(other => other.inMoneyBeforeSweep))));
            all[^1].Settle(back);
        }
        var converted = Converted("Converted", other => other.inMoney);
        loan.Reductions.Add(converted);
        if (loan.Terms.Sweep is not null) loan.BeforeSweep.Add(converted, Converted("Converted, before the sweep", other => other.inMoneyBeforeSweep));
        if (back.Count > 0) loan.Additions.Add(model.Line(loan.Name("Converted back"), loan.Currency, t => Sum(back.Select(line => line[t])), LineKind.Flow, "from metal, at the price of the day"));

        Formula Left(Period t, Formula repaid, IEnumerable<Line> before) => NotNegative(
            loan.Opening[t] + loan.Draw[t] + loan.Capitalised[t] - repaid + Sum(added.Select(line => line[t])) - Sum(reduced.Select(line => line[t])) - Sum(before.Select(line => line[t])));
        Line Converted(string title, Func<RedenominationLines, Line> one) => model.Line(loan.Name(title), loan.Currency, t => Sum(all.Select(other => one(other)[t])), LineKind.Flow, "into metal, at the price of the conversion");
    }

    Condition IsElected(Period t) => election is null ? false : election.HasCome(t);

    Condition Converting(Period t) => IsElected(t) & IsAllowed(t) & !isConverted.Previous(t, false);

    Condition IsAllowed(Period t)
    {
        Condition allowed = after is null ? true : after.DateKnownBefore(t) <= after.Day(t.End);
        return terms.UnlessInDefault ? allowed & !Defaults.ContinuingBefore(model, t) : allowed;
    }

    Formula Ounces(Period t, Formula balance) => When(Converting(t), Min(Rounded(Convertible(t, balance) / price[t]), AtConversion(t)), 0);

    Formula Money(Period t, Formula ounces, Formula balance) => When(Converting(t), Min(ounces * price[t], Convertible(t, balance)), 0);

    Formula Convertible(Period t, Formula balance) => Min(balance * terms.Part.Fraction, IsStatedInMetal ? metal.Agreed.At(t) * price[t] : metal.Agreed.At(t));

    Formula Rounded(Formula ounces) => OunceRoundingFormula.Of(terms.Rounding, ounces);

    /// <summary>The limit at the price of a conversion.</summary>
    Formula AtConversion(Period t) => IsStatedInMetal ? metal.Agreed.At(t) : Rounded(metal.Agreed.At(t) / price[t]);

    Formula Limit(Period t)
    {
        if (IsStatedInMetal) return metal.Agreed.At(t);
        return terms.Limit switch
        {
            ConversionLimit.WholeFacility => When(Converting(t), AtConversion(t), metal.Limit!.Previous(t, 0)),
            ConversionLimit.PerConversion => When(Converting(t), metal.Converted![t], metal.Limit!.Previous(t, 0)),
            ConversionLimit.MarkedToMarket => When(isConverted[t], When(Converting(t), AtConversion(t), metal.Agreed.At(t) / price[t]), 0),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What is paid in money, what exceeds the limit, what goes back, and what the rest is worth.</summary>
    void Settle(List<Line> back)
    {
        var interestPrice = MetalSettlement.Write(metal, terms, loan.Currency, price, conversionPrice, isConverted);
        var excess = model.Line(metal.Name("Excess over limit"), metal.Currency, t => NotNegative(AfterPrincipal(t) - metal.Limit![t]), LineKind.Level, metal.SourceOf("commitment"));
        var returned = terms.Limit == ConversionLimit.MarkedToMarket ? Return(excess) : null;
        if (terms.Back is { } election) Back(new ConversionElectionLines(model, election, calendar), returned, back);
        MetalValue.Write(metal, terms, loan.Currency, price, interestPrice, conversionPrice);
        loan.UsedElsewhere.Add(model.Line(metal.Name("Closing balance at the conversion price"), loan.Currency, t => metal.Closing[t] * conversionPrice[t], LineKind.Level, $"uses the commitment of {loan.Terms.Name}"));
    }

    // In the column of the conversion nothing is beyond the limit and nothing goes back, so what is converted is left out.
    Formula AfterPrincipal(Period t) => NotNegative(metal.Opening[t] - metal.Repayment.DueAndSwept(t));

    Obligation Return(Line excess)
    {
        Obligation returned = null!;
        returned = model.Obligation(metal.Name(ReturnTitle), metal.Currency, t => NotNegative(excess[t] - returned.Overdue.Previous(t, 0)), metal.SourceOf("commitment"));
        if (terms.PrincipalSettlement == PrincipalSettlement.AtFixing) returned.SettleIn(loan.Currency, price);
        metal.Reductions.Add(returned.Paid);
        return returned;
    }

    void Back(ConversionElectionLines backElection, Obligation? returned, List<Line> back)
    {
        Flag isBack = null!;
        isBack = model.Flag(metal.Name("Is converted back"), t => isBack.Previous(t, false) | Going(t), metal.SourceOf("draws"));
        var ounces = model.Line(metal.Name("Converted back"), metal.Currency, t => When(Going(t), NotNegative(AfterPrincipal(t) - (returned is null ? 0 : returned.Due[t])), 0), LineKind.Flow, metal.SourceOf("draws"));
        back.Add(model.Line(metal.Name($"Converted back in {loan.Currency}"), loan.Currency, t => ounces[t] * price[t], LineKind.Flow, $"at {price.Name}"));
        model.Line(metal.Name("Gain on conversion back"), loan.Currency, t => ounces[t] * (conversionPrice[t] - price[t]), LineKind.Flow, "to the borrower: metal x (conversion price - price of the day); a loss is negative");
        metal.Reductions.Add(ounces);

        Condition Going(Period t) => isConverted.Previous(t, false) & backElection.HasCome(t) & !isBack.Previous(t, false);
    }
}
