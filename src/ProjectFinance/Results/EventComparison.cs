using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Modelling;

namespace ProjectFinance.Results;

/// <summary>Sets what happens in two runs side by side: milestones, draws, instalments, distributions, and states that begin and end.</summary>
static class EventComparison
{
    const string Converted = " / Converted";

    // What a flag of a section is called when it begins and ends.
    static readonly ImmutableSortedDictionary<string, string> States = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [KeyValuePair.Create(BreachLines.Section, "Breach"), KeyValuePair.Create(Defaults.Section, "Default"), KeyValuePair.Create("Waivers", "Waiver")]);

    internal static ImmutableArray<ComparedEvent> Of(ComparedRun first, ComparedRun second) =>
        [.. Paired.By([.. Events(first)], [.. Events(second)], happened => happened.What)
            .Select(pair => new ComparedEvent((pair.First ?? pair.Second!).What, pair.First?.On, pair.Second?.On)).OrderBy(pair => pair.Earlier)];

    static IEnumerable<Event> Events(ComparedRun side)
    {
        var run = side.Run;
        return run.Model.Milestones.Select(milestone => Maybe($"{milestone.Name} reached", MilestoneDate.Of(run, milestone)))
            .Concat(side.Headline.Loans.SelectMany(loan => Loan(run, loan)))
            .Concat(side.Headline.Distributions.Select(account => Maybe($"{account.Account}: first distribution", account.First)))
            .OfType<Event>()
            .Concat(run.Model.Lines.Where(line => line.Kind == LineKind.Flag && States.ContainsKey(line.Section)).SelectMany(line => Spells(run, line, $"{States[line.Section]} '{Title(line)}'", "begins")))
            .Concat(run.Model.Lines.Where(line => line.Kind is LineKind.Flag or LineKind.Flow && line.Name.EndsWith(Converted, StringComparison.Ordinal)).SelectMany(line => Conversions(run, line)));
    }

    static IEnumerable<Event?> Loan(Run run, LoanHeadline loan)
    {
        var paid = run.Model.TryFind($"{loan.Loan} / Principal paid");
        return
        [
            Maybe($"{loan.Loan}: first draw", First(run, run.Model.TryFind($"{loan.Loan} / Draw"))),
            Maybe($"{loan.Loan}: fully drawn", loan.IsFullyDrawn ? loan.DrawnBy : null),
            Maybe($"{loan.Loan}: first instalment paid", First(run, paid)),
            Maybe($"{loan.Loan}: last instalment paid", Last(run, paid)),
            Maybe($"{loan.Loan}: repaid", loan.RepaidBy),
        ];
    }

    /// <summary>Each time a state begins and each time it ends, at the ends of columns.</summary>
    static IEnumerable<Event> Spells(Run run, Line flag, string what, string begins)
    {
        bool held = false;
        int times = 0;
        foreach (var t in run.Model.Periods)
        {
            bool holds = run[flag, t] != 0;
            if (holds && !held) times++;
            if (holds != held) yield return new(Numbered($"{what} {(holds ? begins : "ends")}", times), t.End);
            held = holds;
        }
    }

    /// <summary>Conversions, each a flow, or a state that begins and may end.</summary>
    static IEnumerable<Event> Conversions(Run run, Line line) => line.Kind == LineKind.Flag
        ? Spells(run, line, $"{Of(line)}: conversion", "takes effect")
        : run.Model.Periods.Where(t => Math.Abs(run[line, t]) >= Noticeable.Amount).Select((t, i) => new Event(Numbered($"{Of(line)}: converted", i + 1), t.End));

    static LocalDate? First(Run run, Line? line) => line is null ? null : run.Model.Periods.FirstOrDefault(t => run[line, t] >= Noticeable.Amount)?.End;

    static LocalDate? Last(Run run, Line? line) => line is null ? null : run.Model.Periods.LastOrDefault(t => run[line, t] >= Noticeable.Amount)?.End;

    static string Numbered(string what, int times) => times == 1 ? what : FormattableString.Invariant($"{what} again ({times})");

    static string Of(Line converted) => converted.Name[..^Converted.Length];

    static string Title(Line line) => line.Name[(line.Section.Length + 3)..];

    static Event? Maybe(string what, LocalDate? on) => on is { } day ? new(what, day) : null;

    sealed record Event(string What, LocalDate On);
}
