using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Cli.Verbs;

/// <summary>What the options of solve ask for, as written.</summary>
sealed record SolveQuestion
{
    const int MostPaths = 10_000_000;

    internal string? Vary { get; init; }

    internal string? Size { get; init; }

    internal ImmutableArray<string> Stress { get; init; } = [];

    internal ImmutableArray<string> Until { get; init; } = [];

    internal string? By { get; init; }

    internal string? From { get; init; }

    internal string? To { get; init; }

    internal string? Step { get; init; }

    internal string? Prefer { get; init; }

    internal string? Scenarios { get; init; }

    internal string? Paths { get; init; }

    internal string? Seed { get; init; }

    internal string? Gearing { get; init; }

    internal string? Dscr { get; init; }

    internal string? Llcr { get; init; }

    internal string? Tail { get; init; }

    internal ImmutableArray<string> Correlations { get; init; } = [];

    internal string? Within { get; init; }

    internal LocalDate? AsOf { get; init; }

    /// <summary>Says what of the options does not go together.</summary>
    internal void Refuse(Findings findings)
    {
        int kinds = (Vary is null ? 0 : 1) + (Size is null ? 0 : 1) + (Stress.IsEmpty ? 0 : 1);
        if (kinds != 1) findings.Add(new("Options", kinds == 0 ? "none says what to solve" : "they ask for several things", "give one of --vary, --size and --stress"));
        if (Until.IsEmpty && Size is null) findings.Add(new("Option --until", "it is not given", "say what is to hold: --until \"lowest Ratios / DSCR >= 1.20\"", "--until"));
        if (Until.Length > 1 && !Stress.IsEmpty) findings.Add(new("Option --until", $"it is given {Until.Length} times", "give one condition with --stress", "--until"));
        foreach (var text in Until) findings.Try(() => Target.Parse(text));
        if (Vary is null) Unused(findings, "--vary", ("--by", By), ("--from", From), ("--step", Step), ("--prefer", Prefer), ("--scenarios", Scenarios));
        if (Scenarios is null) Unused(findings, "--scenarios", ("--paths", Paths), ("--seed", Seed));
        if (Size is null) Unused(findings, "--size", ("--gearing", Gearing), ("--dscr", Dscr), ("--llcr", Llcr), ("--tail", Tail));
        if (Stress.IsEmpty) Unused(findings, "--stress", ("--within", Within), ("--correlation", Correlations.FirstOrDefault()));
        if (!Stress.IsEmpty) Unused(findings, "--vary or --size", ("--to", To));
    }

    internal BreakEven BreakEven(Model model)
    {
        var findings = new Findings();
        var options = new SolveOptions
        {
            By = findings.Try(() => Inputs.OneOf(By ?? "level", "--by", ("level", VariedBy.Level), ("factor", VariedBy.Factor), ("addition", VariedBy.Addition))),
            From = Number(findings, From, "--from", model), To = Number(findings, To, "--to", model), Step = Number(findings, Step, "--step"),
            Prefer = findings.Try(() => Inputs.OneOf(Prefer ?? "nearest", "--prefer", ("nearest", Preferred.Nearest), ("lowest", Preferred.Lowest), ("highest", Preferred.Highest))),
            KnownTo = AsOf,
        };
        findings.Throw();
        return new(model, Vary!, Until.Select(Target.Parse), options);
    }

    internal int PathCount() => Inputs.Whole(Paths ?? "1000", 1, MostPaths, "--paths");

    internal ulong? SeedGiven() => Seed is null ? null : (ulong)Inputs.Whole(Seed, 0, int.MaxValue, "--seed");

    internal DebtSizing Sizing()
    {
        var findings = new Findings();
        var sizing = new DebtSizing
        {
            Loan = Size!, Gearing = Number(findings, Gearing, "--gearing"), Dscr = Number(findings, Dscr, "--dscr"), Llcr = Number(findings, Llcr, "--llcr"), ReserveTail = Number(findings, Tail, "--tail"),
            Others = [.. Until.Select(Target.Parse)], To = Number(findings, To, "--to"),
        };
        findings.Throw();
        return sizing;
    }

    internal ReverseStress Stressed()
    {
        var findings = new Findings();
        var factors = Stress.Select(text => findings.Try(() => StressFactor.Parse(text))).OfType<StressFactor>().ToImmutableArray();
        var stress = new ReverseStress
        {
            Factors = factors, Until = Target.Parse(Until[0]), KnownTo = AsOf, Within = Number(findings, Within, "--within") ?? 6,
            Correlations = [.. Correlations.Select(text => findings.Try(() => Correlation(text, factors))).OfType<FactorCorrelation>()],
        };
        findings.Throw();
        return stress;
    }

    static FactorCorrelation Correlation(string text, ImmutableArray<StressFactor> factors)
    {
        int at = text.LastIndexOf('=');
        // Names may hold commas, so the first is looked for among what moves.
        var first = factors.Select(factor => factor.Input).FirstOrDefault(input => at > 0 && text[..at].Trim().StartsWith(input + ",", StringComparison.Ordinal));
        return first is null
            ? throw InvalidInputException.Of($"Correlation '{text}'", "it is not two of the inputs that move and a number", "write 'gold, USD LIBOR 3M = -0.2'", "--correlation")
            : new(first, text[..at].Trim()[(first.Length + 1)..].Trim(), Quantity.Parse(text[(at + 1)..]).Value);
    }

    static void Unused(Findings findings, string with, params ReadOnlySpan<(string Option, string? Given)> options)
    {
        foreach (var (option, given) in options)
            if (given is not null) findings.Add(new($"Option {option}", $"it goes with {with}", "leave it out", option));
    }

    /// <summary>Reads a number, a percentage, or, where a model says when days begin to count, a date.</summary>
    static double? Number(Findings findings, string? text, string where, Model? model = null) => text is null ? null : findings.Try<double?>(() =>
        model is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } date ? NodaTime.Period.DaysBetween(model.Timeline.Start, date.Value)
        : text.EndsWith('%') ? Percentage.Parse(text).Fraction : Quantity.Parse(text).Value);
}
