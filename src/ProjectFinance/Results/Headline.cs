using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Deals;

namespace ProjectFinance.Results;

/// <summary>What a lender asks first of a run: drawn when, repaid when, how thin the cover, what was breached, whether the model's own checks hold.</summary>
public sealed record Headline
{
    /// <summary>Each loan, in the order of the deal.</summary>
    public required ImmutableArray<LoanHeadline> Loans { get; init; }

    /// <summary>The lowest debt service cover ratio and when; null where the deal has none or it never applies.</summary>
    public required ValueOn? LowestDscr { get; init; }

    /// <summary>The lowest loan life cover ratio and when; null where the deal has none or it never applies.</summary>
    public required ValueOn? LowestLlcr { get; init; }

    /// <summary>The lowest project life cover ratio and when; null where the deal has none or it never applies.</summary>
    public required ValueOn? LowestPlcr { get; init; }

    /// <summary>The highest gearing, as a fraction, and when it is first reached; null where the deal has none.</summary>
    public required ValueOn? HighestGearing { get; init; }

    /// <summary>The part of production that comes after final maturity, as a fraction: 41.3 % is 0.413; null where the deal has none.</summary>
    public required double? ReserveTail { get; init; }

    /// <summary>What each account distributed, for those that may.</summary>
    public required ImmutableArray<Distributed> Distributions { get; init; }

    /// <summary>Every breach, in the order of the model; empty for none.</summary>
    public required ImmutableArray<Breach> Breaches { get; init; }

    /// <summary>How many breaches the deal tests for.</summary>
    public required int BreachesTested { get; init; }

    /// <summary>Every event of default: a breach past the days for curing it, and not waived; empty for none.</summary>
    public required ImmutableArray<Breach> Defaults { get; init; }

    /// <summary>Whether the deal says what follows from breaches; where it does not, there are no defaults.</summary>
    public required bool HasDefaults { get; init; }

    /// <summary>The end of the column at which all principal fell due because of a default; null for never.</summary>
    public required LocalDate? Accelerated { get; init; }

    /// <summary>What became of each waiver, in the order of the deal.</summary>
    public required ImmutableArray<WaiverOutcome> Waivers { get; init; }

    /// <summary>The model's own checks, which must all be zero.</summary>
    public required ImmutableArray<CheckResult> Checks { get; init; }

    /// <summary>The checks that are not zero; empty for none.</summary>
    public ImmutableArray<CheckResult> FailedChecks => [.. Checks.Where(check => !check.Passed)];

    /// <summary>Reads the headline off a run.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="run">A run of its model.</param>
    /// <exception cref="ArgumentException">The run is of another model.</exception>
    public static Headline Of(LaidOutDeal deal, Run run)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(run);
        if (deal.Model != run.Model) throw new ArgumentException("The run is of another model than the deal's.", nameof(run));
        ValueOn? Lowest(string ratio) => run.Model.TryFind(ratio) is { } line ? ValueOn.Lowest(run, line) : null;
        ValueOn? Highest(string ratio) => run.Model.TryFind(ratio) is { } line ? ValueOn.Highest(run, line) : null;
        var breaches = Breach.LinesOf(run.Model).ToList();
        return new()
        {
            Loans = [.. deal.Loans.Select(loan => LoanHeadline.Of(run, loan))],
            LowestDscr = Lowest("Ratios / DSCR"),
            LowestLlcr = Lowest("Ratios / LLCR"),
            LowestPlcr = Lowest("Ratios / PLCR"),
            HighestGearing = Highest("Ratios / Gearing"),
            ReserveTail = Highest("Ratios / Reserve tail")?.Value,
            Distributions = [.. deal.Deal.Accounts.Where(account => AccountOnDate.Ever(account).Distribution is not null).Select(account => Distributed.Of(run, account.Name))],
            Breaches = [.. breaches.Select(line => Breach.Of(run, line)).OfType<Breach>()],
            BreachesTested = breaches.Count,
            Defaults = [.. Breach.DefaultsOf(run.Model).Select(line => Breach.Of(run, line)).OfType<Breach>()],
            HasDefaults = deal.Deal.Defaults is not null,
            Accelerated = run.Model.TryFind(Modelling.Defaults.Accelerated) is { } accelerated ? Breach.Of(run, accelerated)?.First : null,
            Waivers = [.. deal.Deal.Waivers.Select(waiver => WaiverOutcome.Of(run, waiver))],
            Checks = run.Checks,
        };
    }
}
