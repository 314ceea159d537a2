using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;
using static ProjectFinance.Formula;

namespace ProjectFinance.Operations;

/// <summary>Lays out a lease: its deadline, what extensions cost, and whether it has ended. docs/facilities.md says what every line means.</summary>
sealed class LeaseLines
{
    readonly Model model;
    readonly Lease terms;
    readonly ImmutableArray<LocalDate> deadlines;
    readonly Milestone milestone;
    readonly Flag terminated;
    readonly Obligation? advance;

    LeaseLines(Model model, Lease terms, Market market)
    {
        (this.model, this.terms) = (model, terms);
        deadlines = Deadlines(terms);
        milestone = model.FindMilestone(terms.Milestone);
        if (!terms.Extensions.IsEmpty) advance = Advance(market);
        var deadline = model.Declare(Name("Deadline"), Units.Day, LineKind.Level, SourceOf("deadline"));
        deadline.Is(t => t.IsFirst ? milestone.Day(deadlines[0]) : When(IsExtended(t), NextDeadline(t), deadline[t.Index - 1]));
        terminated = model.Flag(Name("Terminated"), t => terminated!.Previous(t, false) | (EndsOn(t) & !milestone.Reached(t) & !IsExtended(t)), SourceOf("termination"));
        model.Flag(Name("In force"), t => !terminated.Previous(t, false), "during the column: not terminated at the end of the one before");
    }

    /// <summary>Writes the lease's lines.</summary>
    /// <param name="model">The model; the milestone is in it already.</param>
    /// <param name="terms">Terms that have been validated.</param>
    /// <param name="market">Where the price index comes from.</param>
    internal static void Write(Model model, Lease terms, Market market) => _ = new LeaseLines(model, terms, market);

    /// <summary>The deadline as agreed, and as each extension moves it.</summary>
    internal static ImmutableArray<LocalDate> Deadlines(Lease terms) =>
        [.. terms.Extensions.Aggregate(ImmutableList.Create(terms.Deadline), (dates, extension) => dates.Add(Rolling.From(dates[^1], extension.Length).Skip(1).FirstOrDefault(LocalDate.MaxIsoValue)))];

    /// <summary>The name of the flag of a lease that has ended without its milestone.</summary>
    internal static string Terminated(Lease terms) => $"{terms.Name} / Terminated";

    Obligation Advance(Market market)
    {
        var currency = terms.Extensions[0].Payment.Unit;
        var payments = terms.Extensions.Select((extension, i) => model.Parameter(Name($"Extension {i + 1} payment"), extension.Payment, SourceOf("extensions"))).ToList();
        var factor = terms.Indexation is { } indexation ? IndexationLines.Write(model, market, indexation, terms.Name, t => Extension(t) >= 0) : _ => 1;
        var price = model.Line(Name("Price of an extension"), currency, t => Extension(t) is var i and >= 0 ? payments[i] * factor(t) : 0, LineKind.Flow, SourceOf("extensions"));
        return model.Obligation(Name("Advance royalty"), currency, t => When(IsWanted(t), price[t], 0), SourceOf("extensions"));
    }

    string Name(string title) => $"{terms.Name} / {title}";

    string SourceOf(string field) => terms.Sources.GetValueOrDefault(field, "");

    /// <summary>Which extension begins at the end of a column, from 0; -1 for none.</summary>
    int Extension(Period t) => deadlines.IndexOf(t.End) is var i && i < terms.Extensions.Length ? i : -1;

    bool EndsOn(Period t) => deadlines.Contains(t.End);

    Condition IsWanted(Period t) => Extension(t) is var i and >= 0 && terms.Extensions[i].Exercised ? !terminated.Previous(t, false) & !milestone.Reached(t) : false;

    // An extension takes effect when it is paid in full on the day.
    Condition IsExtended(Period t) => Extension(t) < 0 || advance is null ? false : IsWanted(t) & (advance.Due[t] - advance.Paid[t] <= Noticeable.Amount * advance.Due.Unit);

    Formula NextDeadline(Period t) => Extension(t) is var i and >= 0 ? milestone.Day(deadlines[i + 1]) : 0 * Units.Day;
}
