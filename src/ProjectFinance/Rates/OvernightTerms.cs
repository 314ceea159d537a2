using System.Collections.Immutable;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>How an overnight rate such as SOFR or SONIA is averaged over an interest period, in arrears. Formulas, sources and a worked example stand in docs/indices.md.</summary>
public sealed record OvernightTerms
{
    /// <summary>Loans at SOFR compounded in arrears: five business days lookback without observation shift, ACT/360. Source: ARRC, SOFR "In Arrears" Conventions for Syndicated Business Loans (July 2020).</summary>
    public static OvernightTerms SofrLoan { get; } = new() { LookbackDays = 5 };

    /// <summary>Loans at daily simple SOFR: as <see cref="SofrLoan"/>, not compounded. Source: the same; LSTA, Daily Simple SOFR concept credit agreement (2020).</summary>
    public static OvernightTerms SofrSimpleLoan { get; } = new() { Method = OvernightMethod.Simple, LookbackDays = 5 };

    /// <summary>Swaps: compounded over the period itself and paid two business days after it. Source: 2021 ISDA Interest Rate Derivatives Definitions, USD-SOFR-OIS Compound.</summary>
    public static OvernightTerms SofrSwap { get; } = new() { PaymentDelayDays = 2 };

    /// <summary>The rate that replaces dollar LIBOR under the ISDA 2020 IBOR Fallbacks Protocol, before its spread: observed two business days earlier, weights and all.</summary>
    public static OvernightTerms IsdaFallback { get; } = new() { LookbackDays = 2, ObservationShift = true };

    /// <summary>Loans at SONIA compounded in arrears: five London business days lookback without observation shift, ACT/365F. Source: Working Group on Sterling Risk-Free Reference Rates, recommendations for SONIA loan conventions (September 2020).</summary>
    public static OvernightTerms SoniaLoan { get; } = new() { Calendars = [BusinessCalendars.London], LookbackDays = 5, DaysInYear = 365 };

    /// <summary>How the daily rates make one of the period. The default is to compound the rate.</summary>
    public OvernightMethod Method { get; init; } = OvernightMethod.Compounded;

    /// <summary>The days on which the rate is published. The default is US Government Securities, the calendar of SOFR; at least one.</summary>
    public ImmutableArray<BusinessCalendar> Calendars { get; init; } = [BusinessCalendars.USGovernmentSecurities];

    /// <summary>How many business days before a day its rate is observed: 5. The default is none; not negative.</summary>
    public int LookbackDays { get; init; }

    /// <summary>Whether the days for which a rate counts are moved back with it, by <see cref="LookbackDays"/>; by none where that is zero. The default is false: a Friday counts three days though its rate is an earlier day's.</summary>
    public bool ObservationShift { get; init; }

    /// <summary>For how many business days at the end of the period the rate stays that of the business day before them: 2. The default is none; not negative.</summary>
    public int LockoutDays { get; init; }

    /// <summary>How many business days after the end of the period interest is paid. The default is none; not negative.</summary>
    public int PaymentDelayDays { get; init; }

    /// <summary>The days of a year by which daily interest is counted: 360 for SOFR and €STR, 365 for SONIA. The default is 360; no other numbers.</summary>
    public int DaysInYear { get; init; } = 360;

    /// <summary>What the rate of a day is never below, as a fraction, before a spread. The default is none.</summary>
    public Percentage? DailyFloor { get; init; }

    /// <summary>What is added, as a fraction: 0.26161 % for three-month dollar LIBOR. The default is nothing.</summary>
    public Percentage Spread { get; init; }

    /// <summary>Whether the spread is added to each day's rate and compounded with it. The default is false: it is added to the period's rate.</summary>
    public bool SpreadIsCompounded { get; init; }

    /// <summary>Everything that is wrong with the terms.</summary>
    internal IEnumerable<Problem> Problems(string subject, string where)
    {
        if (Calendars.IsDefaultOrEmpty) yield return new(subject, "no calendar is given", "at least one must say on which days the rate is published", $"{where}.calendars");
        foreach (var (days, name, field) in new[] { (LookbackDays, "lookback", "lookbackDays"), (LockoutDays, "lockout", "lockoutDays"), (PaymentDelayDays, "payment delay", "paymentDelayDays") })
            if (days < 0) yield return new(subject, $"the {name} is {days} business days", "it must not be negative", $"{where}.{field}");
        if (DaysInYear is not (360 or 365)) yield return new(subject, $"a year has {DaysInYear} days", "it must be 360 or 365", $"{where}.daysInYear");
        if (ObservationShift && Method == OvernightMethod.CompoundedBalance)
            yield return new(subject, "the balance is compounded with an observation shift", "days of the balance cannot be moved; compound the rate, or leave the observation shift out", $"{where}.observationShift");
        if (SpreadIsCompounded && Method == OvernightMethod.Simple) yield return new(subject, "a spread is compounded with a simple average", "compound the rate, or add the spread", $"{where}.spreadIsCompounded");
    }
}

/// <summary>How the daily rates of a period make its interest.</summary>
public enum OvernightMethod
{
    /// <summary>The rate is compounded and applied to the balance of each day: what is repaid early bears no interest on interest later.</summary>
    Compounded,

    /// <summary>Interest not yet due bears interest with the balance.</summary>
    CompoundedBalance,

    /// <summary>The average of the daily rates, each by its days.</summary>
    Simple,
}
