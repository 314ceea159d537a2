using ProjectFinance.Amounts;
using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Equity;

/// <summary>Lays out a merger: the new shares, and what part of the acquirer the target's holders then have.</summary>
static class MergerLines
{
    /// <summary>Writes the lines; the target's are given once they are there.</summary>
    /// <param name="model">The model; its milestones are in it already.</param>
    /// <param name="terms">Terms that have been validated.</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    /// <param name="where">Where the merger stands in the input: "mergers[0]".</param>
    internal static void Write(Model model, Merger terms, string where, List<Action> later)
    {
        string Name(string title) => $"{terms.Name} / {title}";
        string SourceOf(string field) => terms.Sources.GetValueOrDefault(field, "");

        var before = model.Parameter(Name("Shares of the acquirer before"), terms.AcquirerOutstanding, SourceOf("acquirerOutstanding"), positive: true);
        var ratio = model.Parameter(Name("Old shares for one"), terms.OldSharesForOne * Unit.None, SourceOf("oldSharesForOne"), positive: true);
        var created = model.Declare(Name("New shares"), Units.Share, LineKind.Flow, SourceOf("oldSharesForOne"));
        var outstanding = model.Declare(Name("Shares outstanding"), Units.Share, LineKind.Level, SourceOf("acquirerOutstanding"));
        outstanding.Is(t => outstanding.Previous(t, before) + created[t]);
        var held = model.Declare(Name("Shares of old holders"), Units.Share, LineKind.Level);
        held.Is(t => held.Previous(t, 0) + created[t]);
        model.Line(Name("Stake of old holders"), Unit.None, t => Ratio(held[t], outstanding[t], 0), LineKind.Level, $"shares of the old holders of {terms.Target} / shares of {terms.Acquirer} outstanding");
        later.Add(() =>
        {
            var given = AmountLines.Find(model, $"{terms.Target} / Shares outstanding", $"{where}.target");
            created.Is(t => When(terms.On.HappensIn(model, t), WholeShares.Of(given[t] / ratio, terms.Rounding), 0));
        });
        if (terms.Price is { } price) later.Add(() => Value(model, terms, price, held, where));
    }

    static void Value(Model model, Merger terms, string price, Line held, string where)
    {
        var each = AmountLines.Find(model, $"{MarketLines.PriceSection} / {price}", $"{where}.price");
        var currency = each.Unit * Units.Share;
        if (!currency.IsCurrency) throw InvalidInputException.Of($"Price '{price}'", $"it is in '{each.Unit}'", "the price of a share must be in a currency for each share, such as 'USD/share'", $"{where}.price");
        model.Line($"{terms.Name} / Value of new shares", currency, t => held[t] * each[t], LineKind.Level, terms.Sources.GetValueOrDefault("price", ""));
    }
}
