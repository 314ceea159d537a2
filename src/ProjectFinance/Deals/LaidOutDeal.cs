using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Monitoring;

namespace ProjectFinance.Deals;

/// <summary>A deal with its model: the lines of the terms on a timeline, with the inputs' usual values from a market.</summary>
public sealed class LaidOutDeal
{
    internal LaidOutDeal(Deal deal, ImmutableArray<Amendment> amendments, Market market, Model model, ImmutableArray<LoanCalendar> loans) =>
        (Deal, Given, Amendments, Market, Model, Loans) = (deal, deal, amendments, market, model, loans);

    /// <summary>The terms, with the amendments then known.</summary>
    public Deal Deal { get; }

    /// <summary>The terms as they were given: as signed, with every amendment beside them.</summary>
    public Deal Given { get; internal init; }

    /// <summary>The amendments then known, in the order in which they took hold.</summary>
    public ImmutableArray<Amendment> Amendments { get; }

    /// <summary>What was known of rates and prices, the deal's planning assumptions among it.</summary>
    public Market Market { get; }

    /// <summary>The same before what happened: without its fixings.</summary>
    internal Market Planned => Unfixed ?? Market;

    internal Market? Unfixed { private get; init; }

    /// <summary>The day at whose end rates, prices and amendments are known; null where all are.</summary>
    public LocalDate? AsOf { get; internal init; }

    /// <summary>What really happened and is locked; null where nothing is.</summary>
    public LockedHistory? History { get; internal init; }

    /// <summary>The lines. Lines of one's own may be added before the first evaluation.</summary>
    public Model Model { get; }

    /// <summary>The dates of each loan, in the order of the deal.</summary>
    public ImmutableArray<LoanCalendar> Loans { get; }
}

/// <summary>A loan to the rest of the deal, of whatever kind: its dates as its contract and calendars make them, and which of its lines are its balance.</summary>
/// <param name="Loan">The loan's name.</param>
/// <param name="Currency">What it is counted in.</param>
/// <param name="InterestDates">The ends of the interest periods, as counted.</param>
/// <param name="Instalments">The dates on which principal falls due, final maturity among them, as counted.</param>
/// <param name="Settlements">For each of these dates the business day on which money moves.</param>
public sealed record LoanCalendar(
    string Loan, Unit Currency, ImmutableArray<LocalDate> InterestDates, ImmutableArray<LocalDate> Instalments, ImmutableSortedDictionary<LocalDate, LocalDate> Settlements)
{
    /// <summary>The obligations that repay principal before its instalments: "Project loan / Prepayment", "Project loan / Sweep". The default is none.</summary>
    public ImmutableArray<string> EarlyRepayments { get; init; } = [];

    /// <summary>Final maturity. The default is none: the loan has no maturity.</summary>
    public LocalDate? Maturity { get; init; }

    /// <summary>The line of what is outstanding as a column begins, overdue principal in it. The default is "Project loan / Opening balance".</summary>
    public string Opening { get; init; } = $"{Loan} / Opening balance";

    /// <summary>The line of what is outstanding as a column ends, overdue principal in it. The default is "Project loan / Closing balance".</summary>
    public string Closing { get; init; } = $"{Loan} / Closing balance";
}
