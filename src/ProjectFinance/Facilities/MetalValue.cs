using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>What a loan in metal comes to in money: its balance, what it costs to serve, what falls due in the months to come.</summary>
static class MetalValue
{
    /// <summary>Writes the lines in money; their names are those of the lines in metal with the currency, "Gold loan / Debt service in USD", or say what they value.</summary>
    /// <param name="metal">The loan in metal.</param>
    /// <param name="terms">Its conversion.</param>
    /// <param name="money">The currency.</param>
    /// <param name="price">The price fixed for each column's last day.</param>
    /// <param name="interestPrice">The price of interest.</param>
    /// <param name="conversionPrice">The price of the conversion.</param>
    internal static void Write(TermLoanLines metal, Redenomination terms, Unit money, Line price, Line interestPrice, Line conversionPrice)
    {
        var model = metal.Model;
        var spot = model.Price(terms.Price);
        Line Add(string title, Func<Period, Formula> formula, LineKind kind, string source) => model.Line(metal.Name(title), money, formula, kind, source);

        var value = Add("Value", t => metal.Closing[t] * spot[t], LineKind.Level, $"at {spot.Name}");
        Add("Unrealised gain", t => metal.Closing[t] * (conversionPrice[t] - spot[t]), LineKind.Level, "to the borrower: metal x (conversion price - price of the day); a loss is negative");
        Add($"Closing balance in {money}", t => value[t], LineKind.Level, value.Name);
        Add($"Debt service in {money}", t => metal.Interest.Charge(t) * interestPrice[t] + metal.Repayment.Scheduled[t] * price[t], LineKind.Flow, "interest and principal newly falling due; overdue amounts are not counted again, prepayments not at all");
        Delivered(metal, terms, money, price);
        foreach (int months in metal.Terms.LookAheadMonths)
        {
            var (interest, principal) = (model.Find(metal.Name($"Interest for the next {months} months")), model.Find(metal.Name($"Principal for the next {months} months")));
            // Prices of payments to come are not known yet: today's stands for them.
            var expected = terms.InterestSettlement == InterestSettlement.AtConversionPrice ? conversionPrice : price;
            model.Line($"{interest.Name} in {money}", money, t => interest[t] * expected[t], LineKind.Level, $"at {expected.Name}");
            model.Line($"{principal.Name} in {money}", money, t => principal[t] * price[t], LineKind.Level, $"at {price.Name}");
        }
    }

    // What is delivered is not sold: cash flow before debt service counts it too.
    static void Delivered(TermLoanLines metal, Redenomination terms, Unit money, Line price)
    {
        var model = metal.Model;
        var inMetal = new List<Obligation>();
        if (terms.InterestSettlement == InterestSettlement.InMetal) inMetal.Add(metal.Interest);
        if (terms.PrincipalSettlement == PrincipalSettlement.InMetal)
            inMetal.AddRange(model.Obligations.Where(owed => owed == metal.Repayment.Principal || owed.Name == metal.Name(RedenominationLines.ReturnTitle) || metal.EarlyRepayments.Contains(owed.Name)));
        if (inMetal.Count == 0) return;
        var delivered = model.Line(metal.Name("Delivered"), metal.Currency, t => Sum(inMetal.Select(owed => owed.Paid[t])), LineKind.Flow, "interest and principal paid in metal");
        model.Line($"{delivered.Name} in {money}", money, t => delivered[t] * price[t], LineKind.Flow, $"at {price.Name}");
    }
}
