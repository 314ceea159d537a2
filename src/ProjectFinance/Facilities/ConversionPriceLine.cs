using ProjectFinance.Amounts;
using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>The price at which a loan converts: as agreed, scaled by splits, reset, and brought down by issues below it, in this order within a day.</summary>
sealed class ConversionPriceLine
{
    readonly TermLoanLines loan;
    readonly ConversionTerms terms;
    readonly Line price;

    internal ConversionPriceLine(TermLoanLines loan, ConversionTerms terms, Line price) => (this.loan, this.terms, this.price) = (loan, terms, price);

    /// <summary>Gives the line its formula, once the lines of the company's shares are there.</summary>
    /// <param name="where">Where the conversion stands in the input: "facilities[1].conversion".</param>
    /// <exception cref="InvalidInputException">An issue has no price in the loan's currency.</exception>
    internal void Complete(string where)
    {
        var model = loan.Model;
        var source = loan.SourceOf("conversion");
        var initial = model.Parameter(loan.Name("Conversion price at first"), terms.Price.Initial, source, positive: true);
        var resets = terms.Price.Changes.Select(change => (change.On, Price: model.Parameter(loan.Name($"Conversion price from {change.On}"), change.To, source, positive: true))).ToList();
        var split = terms.Shares is { } company ? model.TryFind($"{company} / Split factor") : null;
        var issues = Issues(where);
        price.Is(t =>
        {
            Formula at = t.IsFirst ? initial : split is null ? price.Previous(t, 0) : Ratio(price.Previous(t, 0), split[t], price.Previous(t, 0));
            foreach (var (on, to) in resets) at = When(on.HappensIn(model, t), to, at);
            return t.IsFirst || issues.Count == 0 ? at : Protected(at, t, split, issues);
        });
    }

    List<(Line Shares, Line Price)> Issues(string where)
    {
        if (terms is not { AntiDilution: { } protection, Shares: not null }) return [];
        return Gather.Each(protection.Issues, (name, i) =>
        {
            var here = $"{where}.antiDilution.issues[{i}]";
            var paid = AmountLines.Find(loan.Model, $"{terms.Shares} / Issue price: {name}", here);
            if (paid.Unit != price.Unit) throw InvalidInputException.Of($"Line '{paid.Name}'", $"it is in {paid.Unit}", $"to bring down a conversion price it must be in {price.Unit}", here);
            return (AmountLines.Find(loan.Model, $"{terms.Shares} / Shares issued: {name}", here), paid);
        });
    }

    Formula Protected(Formula at, Period t, Line? split, List<(Line Shares, Line Price)> issues)
    {
        var before = loan.Model.Find($"{terms.Shares} / Shares outstanding").Previous(t, 0);
        if (split is not null) before *= split[t];
        foreach (var (shares, paid) in issues)
        {
            var (own, below) = (at, shares[t] > 0 & paid[t] < at);
            var all = before + Ratio(loan.Opening[t], own, 0 * Units.Share);
            at = terms.AntiDilution!.Protection switch
            {
                DilutionProtection.FullRatchet => When(below, paid[t], own),
                DilutionProtection.WeightedAverage => When(below, Ratio(all * own + shares[t] * paid[t], all + shares[t], own), own),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            before += shares[t];
        }
        return at;
    }
}
