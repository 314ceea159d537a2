using ProjectFinance.Amounts;
using ProjectFinance.Time;

namespace ProjectFinance.Operations;

/// <summary>Lays out a plan: amounts by calendar as an input line, a formula as a line that is given its formula once every line of the deal is there.</summary>
static class PlanLines
{
    /// <summary>Writes the line of a plan.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">The line's name.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="where">Where the plan stands in the input: "projects[0].production".</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    internal static Line Write(Model model, string name, Plan plan, string source, string where, List<Action> later)
    {
        if (plan.Formula is not { } formula) return ByCalendar(model, name, plan, source);
        var byCalendar = plan.Amounts.IsEmpty ? null : ByCalendar(model, $"{name}, by calendar", plan, source);
        var line = model.Declare(name, plan.Unit, LineKind.Flow, source);
        later.Add(() =>
        {
            var amount = AmountLines.Write(model, formula, $"{where}.formula");
            line.Is(t => byCalendar is null ? amount(t) : byCalendar[t] + amount(t));
        });
        return line;
    }

    /// <summary>What a plan's calendar gives a column: each amount by the part of its span's days that lies inside.</summary>
    internal static Func<Period, double> ByCalendar(Plan plan)
    {
        var spans = plan.Amounts.Select(entry => (Span: Spans.Parse(entry.Key), Amount: entry.Value)).ToList();
        return t => spans.Sum(x => x.Amount * t.DaysWithin(x.Span.Start, x.Span.End) / x.Span.Days);
    }

    static Line ByCalendar(Model model, string name, Plan plan, string source)
    {
        var amounts = ByCalendar(plan);
        return model.Input(name, plan.Unit, t => amounts(t), source, kind: LineKind.Flow);
    }
}
