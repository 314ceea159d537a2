using System.Collections.Immutable;
using ProjectFinance.Amounts;

namespace ProjectFinance.Covenants;

/// <summary>
/// Lays out a waiver: whether each of its conditions is met, and whether it is in force. The names of its flags are written first, and its tests when every
/// line they name is there. docs/facilities.md says what every line means.
/// </summary>
sealed class WaiverLines
{
    readonly Model model;
    readonly Waiver terms;
    readonly ImmutableArray<Flag> conditions;
    readonly List<Func<Period, Condition>> tests = [];

    WaiverLines(Model model, Waiver terms)
    {
        (this.model, this.terms) = (model, terms);
        conditions = [.. terms.Conditions.Select(Condition)];
        InForce = model.Flag(InForceOf(terms.Name), t => t.End < terms.From || t.End > terms.Until ? false : AllMet(t), terms.Source);
    }

    /// <summary>Whether the waiver is in force at the end of a column.</summary>
    internal Flag InForce { get; }

    /// <summary>The flag of a waiver in force.</summary>
    internal static string InForceOf(string waiver) => $"Waivers / {waiver} in force";

    /// <summary>The flag of a condition that is met.</summary>
    internal static string MetOf(string waiver, string condition) => $"Waivers / {waiver}: {condition}";

    /// <summary>Writes the names of the flags.</summary>
    internal static WaiverLines Declare(Model model, Waiver terms) => new(model, terms);

    /// <summary>Whether the waiver covers a breach.</summary>
    internal bool Covers(string breach) => terms.Of.Contains(breach);

    /// <summary>Writes the tests of the conditions.</summary>
    /// <param name="undertaking">The lines of an undertaking, by its name; null where there is none.</param>
    /// <param name="where">Where the waiver stands in the input: "waivers[0]".</param>
    /// <exception cref="InvalidInputException">Breaches, lines or milestones the terms name do not exist; every one at once.</exception>
    internal void Complete(Func<string?, UndertakingLines?> undertaking, string where)
    {
        var gather = new Gather();
        var breaches = model.Lines.Where(line => line.Section == "Breaches").Select(line => line.Name).ToList();
        foreach (var (i, name) in terms.Of.Index())
            if (!breaches.Contains(name, StringComparer.Ordinal))
                gather.Add([new($"Waiver '{terms.Name}'", $"there is no breach '{name}' to be waived", Nearest.Hint(name, breaches), $"{where}.of[{i}]")]);
        gather.Try(() => tests.AddRange(Gather.Each(terms.Conditions, (condition, i) => Write(condition, undertaking, $"{where}.conditions[{i}]"))));
        gather.Throw();
    }

    Func<Period, Condition> Write(WaiverCondition condition, Func<string?, UndertakingLines?> undertaking, string where)
    {
        if (condition.Met is { } test) return TestLines.Write(model, test, $"{where}.met");
        var lines = undertaking(condition.Undertaking) ?? throw InvalidInputException.Of($"Waiver '{terms.Name}'", $"there is no undertaking '{condition.Undertaking}'", "name one of the deal, or give a test", $"{where}.undertaking");
        return t => lines.IsDone(condition.By, t);
    }

    // What happened up to the day stays done; what happens later comes too late.
    Flag Condition(WaiverCondition condition, int i)
    {
        Flag? met = null;
        return met = model.Flag(MetOf(terms.Name, condition.Name), t => met!.Previous(t, false) | (t.End <= condition.By ? tests[i](t) : false), terms.Source);
    }

    Condition AllMet(Period t) => terms.Conditions.Index().Where(c => c.Item.By <= t.End).Aggregate((Condition)true, (all, c) => all & conditions[c.Index][t]);
}
