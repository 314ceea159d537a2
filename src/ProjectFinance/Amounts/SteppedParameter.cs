using ProjectFinance.Modelling;
using ProjectFinance.Rates;
using static ProjectFinance.Formula;

namespace ProjectFinance.Amounts;

/// <summary>An amount that changes on dates or milestones, each value a parameter that scenarios may change: a commitment of USD 19,500,000, from a date USD 20,500,000.</summary>
sealed class SteppedParameter
{
    readonly Model model;
    readonly Parameter initial;
    readonly List<(Occasion On, Parameter Value)> changes;

    /// <summary>Writes the parameters: "NAME", "NAME from 1996-11-15".</summary>
    internal SteppedParameter(Model model, string name, Stepped<Quantity> terms, string source)
    {
        this.model = model;
        initial = model.Parameter(name, terms.Initial, source);
        changes = [.. terms.Changes.Select(step => (step.On, model.Parameter($"{name} from {step.On}", step.To, source)))];
    }

    /// <summary>The value on a column's last day.</summary>
    internal Formula At(Period t) => Latest(on => Occasions.HasCome(model, on, t));

    /// <summary>The value at a column's start, which holds on its days.</summary>
    internal Formula AtStart(Period t) => AtStart(t, t);

    /// <summary>The value at the start of a column, as far as it is known in another: what is reached by test is known once it has been.</summary>
    internal Formula AtStart(Period t, Period known) => Latest(on => on switch
    {
        OnDate date => date.Date <= t.Start,
        OnMilestone named => model.FindMilestone(named.Milestone) is var milestone && milestone.Date is null ? milestone.ReachedBefore(known) : milestone.ReachedBefore(t),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    /// <summary>The largest value up to a column's last day.</summary>
    internal Formula Largest(Period t) =>
        changes.Aggregate(initial.Formula, (largest, change) => Max(largest, When(Occasions.HasCome(model, change.On, t), change.Value, initial)));

    Formula Latest(Func<Occasion, Condition> hasCome) =>
        changes.Aggregate(initial.Formula, (before, change) => When(hasCome(change.On), change.Value, before));
}
