using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Time;
using static ProjectFinance.Formula;

namespace ProjectFinance.Covenants;

/// <summary>
/// Lays out a financial covenant: the figure, its limits, the headroom on test dates, and whether it is in breach. The names of its lines are
/// written first, and their formulas when every line they name is there. docs/facilities.md says what every line means.
/// </summary>
sealed class FinancialCovenantLines
{
    readonly Model model;
    readonly FinancialCovenant terms;
    readonly ImmutableHashSet<LocalDate> dates;
    readonly Line value;
    readonly Line? least;
    readonly Line? most;
    readonly Line headroom;

    FinancialCovenantLines(Model model, FinancialCovenant terms)
    {
        (this.model, this.terms) = (model, terms);
        dates = [.. DatesOf(terms)];
        value = Declare(LineOf(terms.Name));
        least = terms.AtLeast is null ? null : Declare(LeastOf(terms.Name));
        most = terms.AtMost is null ? null : Declare(MostOf(terms.Name));
        headroom = Declare(HeadroomOf(terms.Name));
        Flag? breach = null;
        breach = model.Flag(BreachOf(terms.Name), t => IsTested(t) ? headroom[t] < -Tolerance : breach!.Previous(t, false), terms.Source);
    }

    /// <summary>The dates on which a covenant is tested, in order.</summary>
    internal static IEnumerable<LocalDate> DatesOf(FinancialCovenant terms) =>
        terms.TestDates.Dates(BusinessCalendars.None, BusinessDayConvention.None).Select(date => date.Unadjusted).Where(date => !(date < terms.From));

    /// <summary>The line of a covenant's figure.</summary>
    internal static string LineOf(string covenant) => $"Covenants / {covenant}";

    /// <summary>The line of what the figure may not fall below.</summary>
    internal static string LeastOf(string covenant) => $"{LineOf(covenant)}, at least";

    /// <summary>The line of what the figure may not exceed.</summary>
    internal static string MostOf(string covenant) => $"{LineOf(covenant)}, at most";

    /// <summary>The line of a covenant's headroom.</summary>
    internal static string HeadroomOf(string covenant) => $"{LineOf(covenant)}, headroom";

    /// <summary>The flag of a covenant's breach.</summary>
    internal static string BreachOf(string covenant) => $"Breaches / {covenant}";

    /// <summary>Writes the names of the covenant's lines.</summary>
    internal static FinancialCovenantLines Declare(Model model, FinancialCovenant terms) => new(model, terms);

    /// <summary>Writes the formulas.</summary>
    /// <param name="where">Where the covenant stands in the input: "covenants[0]".</param>
    /// <exception cref="InvalidInputException">Lines or milestones the terms name do not exist, or amounts are counted in other units; every one at once.</exception>
    internal void Complete(string where)
    {
        var gather = new Gather();
        gather.Try(() => value.Is(Write(terms.Value, $"{where}.value")));
        if (terms.AtLeast is { } atLeast) gather.Try(() => least!.Is(Write(atLeast, $"{where}.atLeast")));
        if (terms.AtMost is { } atMost) gather.Try(() => most!.Is(Write(atMost, $"{where}.atMost")));
        gather.Throw();
        headroom.Is(t => IsTested(t) ? When(value[t] < double.PositiveInfinity, Headroom(t), double.PositiveInfinity) : double.PositiveInfinity);
    }

    Func<Period, Formula> Write(Amount amount, string where)
    {
        var formula = AmountLines.Write(model, amount, where);
        if (formula(model.Periods[0]).ExactUnit is { } unit && unit != terms.Unit)
            throw InvalidInputException.Of($"Covenant '{terms.Name}'", $"the amount is counted in {Named(unit)}", $"it must be in {Named(terms.Unit)}, the unit of the covenant", where);
        return formula;
    }

    Formula Headroom(Period t) => (least, most) switch
    {
        ({ } low, { } high) => Min(value[t] - low[t], high[t] - value[t]),
        ({ } low, null) => value[t] - low[t],
        (null, { } high) => high[t] - value[t],
        _ => double.PositiveInfinity,
    };

    Formula Tolerance => (terms.Unit.IsCurrency ? Noticeable.Money : Noticeable.Number) * terms.Unit;

    bool IsTested(Period t) => dates.Contains(t.End);

    Line Declare(string name) => model.Declare(name, terms.Unit, LineKind.Level, terms.Source);

    static string Named(Unit unit) => unit.IsNone ? "plain numbers" : unit.ToString();
}
