using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>Terms of a <see cref="ScheduledLoan"/> as agreed while it is outstanding.</summary>
/// <param name="From">The day after which they hold: 1998-11-15. Not before the loan is drawn, and before its maturity. What falls on the day itself falls due as before.</param>
/// <param name="To">The terms.</param>
public sealed record ScheduledLoanChange(LocalDate From, RevisedTerms To)
{
    /// <summary>Where it is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>What is newly agreed of a <see cref="ScheduledLoan"/>. What is left out stays as it was.</summary>
public sealed record RevisedTerms
{
    /// <summary>The yearly rate from the day on, until it is reset, as a fraction: 8 % is 0.08. Limits do not touch it; an annuity is recalculated, as at a reset. The default is as before.</summary>
    public Percentage? Rate { get; init; }

    /// <summary>All resets after the day; none where the rate is fixed from then on. The default is as before.</summary>
    public ImmutableArray<RateReset>? Resets { get; init; }

    /// <summary>What the rate stays within at resets after the day. The default is as before.</summary>
    public ResetLimits? Limits { get; init; }

    /// <summary>The interest dates after the day, besides maturity. The default is as before.</summary>
    public Schedule? InterestDates { get; init; }

    /// <summary>
    /// How what is outstanding on the day is repaid after it: level principal without an amount spreads it, an annuity without a payment is calculated on it. The default is as before; with a
    /// new maturity alone such principal is spread, and an annuity calculated, anew.
    /// </summary>
    public Amortisation? Amortisation { get; init; }

    /// <summary>Final maturity, after the day. The default is as before.</summary>
    public LocalDate? Maturity { get; init; }

    /// <summary>All prepayments on the day and later; none where those agreed fall away. The default is as before.</summary>
    public ImmutableArray<DatedAmount>? Prepayments { get; init; }

    /// <summary>Payments that fall due later than agreed. The default is none.</summary>
    public ImmutableArray<Deferral> Deferrals { get; init; } = [];

    /// <summary>Both these terms and others agreed before for the same day; these come first.</summary>
    internal RevisedTerms Over(RevisedTerms before) => new()
    {
        Rate = Rate ?? before.Rate, Resets = Resets ?? before.Resets, Limits = Limits ?? before.Limits, InterestDates = InterestDates ?? before.InterestDates,
        Amortisation = Amortisation ?? before.Amortisation, Maturity = Maturity ?? before.Maturity, Prepayments = Prepayments ?? before.Prepayments,
        Deferrals = [.. before.Deferrals, .. Deferrals.Where(deferral => !before.Deferrals.Contains(deferral))],
    };

    /// <summary>Whether what is outstanding is repaid by another plan from the day on.</summary>
    internal bool IsNewPlan => Amortisation is not null || Maturity is not null;
}

/// <summary>
/// A payment falls due later: its interest, with what has accrued until then, and its principal, which bears interest until then. The other payments stay; what the delay leaves falls due at maturity.
/// </summary>
/// <param name="Due">The day on which it was to fall due, as written or as moved to a business day; not before the day of the change.</param>
/// <param name="To">The day on which it falls due instead: later, and not after maturity.</param>
public sealed record Deferral(LocalDate Due, LocalDate To);
