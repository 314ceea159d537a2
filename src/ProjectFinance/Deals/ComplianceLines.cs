using System.Collections.Immutable;
using ProjectFinance.Covenants;

namespace ProjectFinance.Deals;

/// <summary>Lays out covenants, undertakings, breaches, waivers and the state of default: all names first, then the formulas.</summary>
sealed class ComplianceLines
{
    readonly Model model;
    readonly Deal deal;
    readonly ImmutableArray<FinancialCovenantLines> covenants;
    readonly ImmutableArray<UndertakingLines> undertakings;
    readonly ImmutableArray<WaiverLines> waivers;
    readonly DefaultLines? defaults;

    /// <summary>Writes the names.</summary>
    internal ComplianceLines(Model model, Deal deal)
    {
        (this.model, this.deal) = (model, deal);
        covenants = [.. deal.Covenants.Select(terms => FinancialCovenantLines.Declare(model, terms))];
        undertakings = [.. deal.Undertakings.Select(terms => UndertakingLines.Declare(model, terms))];
        BreachLines.Write(model, deal);
        waivers = [.. deal.Waivers.Select(terms => WaiverLines.Declare(model, terms))];
        defaults = deal.Defaults is { } terms ? DefaultLines.Declare(model, terms) : null;
    }

    /// <summary>Writes the formulas; every other line of the deal is there.</summary>
    /// <exception cref="InvalidInputException">Lines, breaches or milestones the terms name do not exist; every one at once.</exception>
    internal void Complete()
    {
        var gather = new Gather();
        foreach (var (i, covenant) in covenants.Index()) gather.Try(() => covenant.Complete($"covenants[{i}]"));
        foreach (var (i, undertaking) in undertakings.Index()) gather.Try(() => undertaking.Complete(model, $"undertakings[{i}]"));
        foreach (var (i, waiver) in waivers.Index()) gather.Try(() => waiver.Complete(Named, $"waivers[{i}]"));
        if (deal.Defaults is { } terms) gather.Try(() => Defaults(terms));
        gather.Throw();
    }

    void Defaults(DefaultTerms terms)
    {
        var breaches = model.Lines.Where(line => line.Section == BreachLines.Section).ToList();
        var names = breaches.ConvertAll(line => line.Name);
        var unknown = terms.Events.Index().Select(e => (Name: e.Item, Where: $"defaults.events[{e.Index}]"))
            .Concat(terms.CureDaysOf.Keys.Select(name => (Name: name, Where: Json.JsonPath.Field("defaults.cureDaysOf", name))))
            .Where(named => !names.Contains(named.Name, StringComparer.Ordinal))
            .Select(named => new Problem("Defaults", $"there is no breach '{named.Name}'", Nearest.Hint(named.Name, names), named.Where)).ToList();
        if (unknown.Count > 0) throw new InvalidInputException(unknown);
        defaults!.Complete(breaches.Where(line => terms.Events.IsEmpty || terms.Events.Contains(line.Name)), breach => CureDays.Of(deal, terms, breach),
            (breach, t) => waivers.Where(waiver => waiver.Covers(breach)).Aggregate((Condition)false, (any, waiver) => any | waiver.InForce[t]));
    }

    UndertakingLines? Named(string? undertaking) => deal.Undertakings.Index().Where(terms => terms.Item.Name == undertaking).Select(terms => undertakings[terms.Index]).FirstOrDefault();
}
