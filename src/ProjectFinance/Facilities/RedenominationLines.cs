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
    readonly Model model;
    readonly TermLoanLines metal;
    readonly TermLoanLines loan;
    readonly Redenomination terms;
    readonly BusinessCalendar calendar;
    readonly ConversionElectionLines? election;
    readonly Milestone? after;
    readonly Func<Period, Formula> convertible;
    readonly Line price;
    readonly Line conversionPrice;
    readonly Line inMoney;
    readonly Flag isConverted;

    // Set up in this order: what is converted, what it may come to, how it is settled, what goes back, what it is worth.
    RedenominationLines(TermLoanLines metal, TermLoanLines loan, Redenomination terms, Func<Period, Formula> balance)
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
        convertible = t => Min(balance(t) * terms.Part.Fraction, IsStatedInMetal ? metal.Agreed.At(t) * price[t] : metal.Agreed.At(t));
        metal.Draw.Is(t => metal.Converted![t]);
        metal.Converted!.Is(t => When(Converting(t), Min(Rounded(convertible(t) / price[t]), AtConversion(t)), 0));
        inMoney = model.Line(metal.Name($"Converted in {loan.Currency}"), loan.Currency, t => When(Converting(t), Min(metal.Converted[t] * price[t], convertible(t)), 0), LineKind.Flow, source);
        metal.Limit!.Is(Limit);
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
        List<Line> added = [.. loan.Additions], reduced = [.. loan.Reductions], converted = [], back = [];
        foreach (var metal in into)
        {
            List<Line> before = [.. converted];
            var lines = new RedenominationLines(metal, loan, (Redenomination)metal.Terms.Draws, t => NotNegative(
                loan.Opening[t] + loan.Draw[t] + loan.Capitalised[t] - loan.Repayment.DueAndSwept(t) + Sum(added.Select(line => line[t])) - Sum(reduced.Select(line => line[t])) - Sum(before.Select(line => line[t]))));
            converted.Add(lines.inMoney);
            lines.Settle(back);
        }
        loan.Reductions.Add(model.Line(loan.Name("Converted"), loan.Currency, t => Sum(converted.Select(line => line[t])), LineKind.Flow, "into metal, at the price of the conversion"));
        if (back.Count > 0) loan.Additions.Add(model.Line(loan.Name("Converted back"), loan.Currency, t => Sum(back.Select(line => line[t])), LineKind.Flow, "from metal, at the price of the day"));
    }

    Condition IsElected(Period t) => election is null ? false : election.HasCome(t);

    Condition Converting(Period t) => IsElected(t) & IsAllowed(t) & !isConverted.Previous(t, false);

    Condition IsAllowed(Period t)
    {
        Condition allowed = after is null ? true : after.DateKnownBefore(t) <= after.Day(t.End);
        return terms.UnlessInDefault ? allowed & !Defaults.ContinuingBefore(model, t) : allowed;
    }

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

    Formula AfterPrincipal(Period t) => NotNegative(metal.Opening[t] + metal.Draw[t] - metal.Repayment.DueAndSwept(t));

    Obligation Return(Line excess)
    {
        Obligation returned = null!;
        returned = model.Obligation(metal.Name("Return of excess"), metal.Currency, t => NotNegative(excess[t] - returned.Overdue.Previous(t, 0)), metal.SourceOf("commitment"));
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
