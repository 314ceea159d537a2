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

    /// <summary>Says what of the options does not go together or cannot be read, and what of it the deal does not have.</summary>
    /// <param name="findings">Where to.</param>
    /// <param name="model">The deal; null where it could not be laid out.</param>
    internal void Refuse(Findings findings, Model? model)
    {
        int kinds = (Vary is null ? 0 : 1) + (Size is null ? 0 : 1) + (Stress.IsEmpty ? 0 : 1);
        if (kinds != 1) findings.Add(new("Options", kinds == 0 ? "none says what to solve" : "they ask for several things", "give one of --vary, --size and --stress"));
        if (Until.IsEmpty && Size is null) findings.Add(new("Option --until", "it is not given", "say what is to hold: --until \"lowest Ratios / DSCR >= 1.20\"", "--until"));
        if (Until.Length > 1 && !Stress.IsEmpty) findings.Add(new("Option --until", $"it is given {Until.Length} times", "give one condition with --stress", "--until"));
        if (Vary is null) Unused(findings, "--vary", ("--by", By), ("--from", From), ("--step", Step), ("--prefer", Prefer), ("--scenarios", Scenarios));
        if (Scenarios is null) Unused(findings, "--scenarios", ("--paths", Paths), ("--seed", Seed));
        if (Size is null) Unused(findings, "--size", ("--gearing", Gearing), ("--dscr", Dscr), ("--llcr", Llcr), ("--tail", Tail));
        if (Stress.IsEmpty) Unused(findings, "--stress", ("--within", Within), ("--correlation", Correlations.FirstOrDefault()));
        if (!Stress.IsEmpty) Unused(findings, "--vary or --size", ("--to", To));
        Options(findings, model);
        findings.Try(PathCount);
        findings.Try(SeedGiven);
        Sizing(findings);
        var moved = Moved(findings);
        Together(findings, moved);
        Number(findings, Within, "--within");
        var targets = Targets(findings);
        if (model is null) return;
        foreach (var input in moved.Select(factor => factor.Input).Concat(Vary is null ? [] : [Vary])) findings.Try(() => InputGroup.Find(model, input));
        foreach (var target in targets) findings.Try(() => target.Output.UnitIn(model));
    }

    internal BreakEven BreakEven(Model model)
    {
        var findings = new Findings();
        return new(model, Vary!, Targets(findings), Options(findings, model));
    }

    internal int PathCount() => Inputs.Whole(Paths ?? "1000", 1, MostPaths, "--paths");

    internal ulong? SeedGiven() => Seed is null ? null : Inputs.Seed(Seed, "--seed");

    internal DebtSizing Sizing() => Sizing(new());

    internal ReverseStress Stressed()
    {
        var findings = new Findings();
        var factors = Moved(findings);
        return new() { Factors = factors, Until = Targets(findings)[0], KnownTo = AsOf, Within = Number(findings, Within, "--within") ?? 6, Correlations = Together(findings, factors) };
    }

    SolveOptions Options(Findings findings, Model? model) => new()
    {
        By = findings.Try(() => Inputs.OneOf(By ?? "level", "--by", ("level", VariedBy.Level), ("factor", VariedBy.Factor), ("addition", VariedBy.Addition))),
        From = Place(findings, From, "--from", model), To = Place(findings, To, "--to", model), Step = Number(findings, Step, "--step"),
        Prefer = findings.Try(() => Inputs.OneOf(Prefer ?? "nearest", "--prefer", ("nearest", Preferred.Nearest), ("lowest", Preferred.Lowest), ("highest", Preferred.Highest))),
        KnownTo = AsOf,
    };

    DebtSizing Sizing(Findings findings) => new()
    {
        Loan = Size ?? "", Gearing = Number(findings, Gearing, "--gearing"), Dscr = Number(findings, Dscr, "--dscr"), Llcr = Number(findings, Llcr, "--llcr"), ReserveTail = Number(findings, Tail, "--tail"),
        Others = Targets(findings), To = Size is null ? null : Number(findings, To, "--to"),
    };

    ImmutableArray<StressFactor> Moved(Findings findings) => [.. Stress.Select(text => findings.Try(() => StressFactor.Parse(text), "--stress")).OfType<StressFactor>()];

    ImmutableArray<FactorCorrelation> Together(Findings findings, ImmutableArray<StressFactor> factors) => [.. Correlations.Select(text => findings.Try(() => Correlation(text, factors), "--correlation")).OfType<FactorCorrelation>()];

    ImmutableArray<Target> Targets(Findings findings) => [.. Until.Select(text => findings.Try(() => Target.Parse(text), "--until")).OfType<Target>()];

    static FactorCorrelation Correlation(string text, ImmutableArray<StressFactor> factors)
    {
        int at = text.LastIndexOf('=');
        // Names may hold commas, so the first is looked for among what moves.
        var first = factors.Select(factor => factor.Input).FirstOrDefault(input => at > 0 && text[..at].Trim().StartsWith(input + ",", StringComparison.Ordinal));
        return first is null
            ? throw InvalidInputException.Of($"Correlation '{text}'", "it is not two of the inputs that move and a number", "write 'gold, USD LIBOR 3M = -0.2'")
            : new(first, text[..at].Trim()[(first.Length + 1)..].Trim(), Quantity.Parse(text[(at + 1)..]).Value);
    }

    static void Unused(Findings findings, string with, params ReadOnlySpan<(string Option, string? Given)> options)
    {
        foreach (var (option, given) in options)
            if (given is not null) findings.Add(new($"Option {option}", $"it goes with {with}", "leave it out", option));
    }

    /// <summary>Reads an end of a range: a number, a percentage, or a date as days since those of a model begin to count.</summary>
    static double? Place(Findings findings, string? text, string where, Model? model) =>
        text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } date ? model is null ? null : NodaTime.Period.DaysBetween(model.Timeline.Start, date.Value) : Number(findings, text, where);

    /// <summary>Reads a number or a percentage.</summary>
    static double? Number(Findings findings, string? text, string where) => text is null ? null : findings.Try<double?>(() => Plain(text), where);

    static double Plain(string text)
    {
        if (text.EndsWith('%')) return Percentage.Parse(text).Fraction;
        var read = Quantity.Parse(text);
        return read.Unit.IsNone ? read.Value : throw InvalidInputException.Of($"Number '{text}'", $"it is in {read.Unit}", "give a number alone; it is counted as the input or the test is");
    }
}
