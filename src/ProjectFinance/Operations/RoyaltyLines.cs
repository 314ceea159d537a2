using ProjectFinance.Amounts;
using static ProjectFinance.Formula;

namespace ProjectFinance.Operations;

/// <summary>Lays out the royalties of a project, each on what its area produces, and the advances recouped from it. docs/facilities.md says what every line means.</summary>
sealed class RoyaltyLines(Model model, Project project, Line production, Line price, Line revenue, List<Action> later)
{
    readonly List<Line> credits = [];

    /// <summary>What is recouped in a period from all the royalties together.</summary>
    internal Formula Recouped(Period t) => Sum(credits.Select(credit => credit[t]));

    /// <summary>The total of the royalties before recoupment, with a line for each.</summary>
    /// <param name="where">Where the royalties stand in the input: "projects[0].royalties".</param>
    internal Line Write(string where)
    {
        var name = $"{project.Name} / Royalty";
        var items = project.Royalties.Select((terms, i) => Item($"{name}: {terms.Name}", terms, $"{where}[{i}]")).ToList();
        return model.Line(name, project.Currency, t => Sum(items.Select(item => item[t])), LineKind.Flow, string.Join("; ", project.Royalties.Select(r => r.Source).Where(s => s.Length > 0).Distinct()));
    }

    Line Item(string name, RoyaltyTerms terms, string where)
    {
        var royalty = model.Line(name, project.Currency, Owed(name, terms, where), LineKind.Flow, terms.Source);
        if (terms.Recoups is { } advances) credits.Add(Credit(royalty, terms.Source, advances, $"{where}.recoups"));
        return royalty;
    }

    /// <summary>The share of net returns.</summary>
    Func<Period, Formula> Owed(string name, RoyaltyTerms terms, string where)
    {
        var rate = model.Parameter($"{name}, rate", terms.Rate.Fraction * Unit.None, terms.Source);
        var area = terms.Area is { } plan ? PlanLines.Write(model, $"{name}, production of the area", plan, terms.Source, $"{where}.area", later) : null;
        Func<Period, Formula> quantity = t => area is null ? production[t] : Min(area[t], production[t]);
        Func<Period, Formula> returns = t => area is null && project.SoldQuantity is null ? revenue[t] : quantity(t) * price[t];
        if (terms.DeductionPerUnit is not { } deduction) return t => rate * returns(t);
        var deductible = model.Parameter($"{name}, deduction", deduction, terms.Source);
        return t => rate * NotNegative(returns(t) - quantity(t) * deductible);
    }

    // Advances of earlier periods only: what is paid in a period depends on the royalty of that period.
    Line Credit(Line royalty, string source, string advances, string where)
    {
        var left = model.Declare($"{royalty.Name}, advances to be recouped", project.Currency, LineKind.Level, source);
        var recouped = model.Line($"{royalty.Name}, advances recouped", project.Currency, t => Min(royalty[t], left.Previous(t, 0)), LineKind.Flow, source);
        later.Add(() =>
        {
            var paid = AmountLines.Find(model, advances, where, project.Currency);
            left.Is(t => left.Previous(t, 0) + paid[t] - recouped[t]);
        });
        return recouped;
    }
}
