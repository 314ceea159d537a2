using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Time;

namespace ProjectFinance.Covenants;

/// <summary>A figure that the borrower keeps above or below a limit on stated dates: "current ratio not less than 2.0 to 1.0". 8-K 1996-07-11, Item 5(a).</summary>
public sealed record FinancialCovenant
{
    /// <summary>What is tested, which names its lines: "Current ratio".</summary>
    public required string Name { get; init; }

    /// <summary>What the figure is counted in: USD for an amount. The default is a plain number, as for a ratio.</summary>
    public Unit Unit { get; init; } = Unit.None;

    /// <summary>The figure: current assets / current liabilities. Where it is positive infinity it does not apply, and nothing is breached.</summary>
    public required Amount Value { get; init; }

    /// <summary>What the figure may not fall below: 2.0. The default is none; at least one of the two limits is given.</summary>
    public Amount? AtLeast { get; init; }

    /// <summary>What the figure may not exceed: 175 % of tangible equity. The default is none; at least one of the two limits is given.</summary>
    public Amount? AtMost { get; init; }

    /// <summary>The dates on which it is tested: the ends of quarters. From the closing to the end of the deal.</summary>
    public required Schedule TestDates { get; init; }

    /// <summary>The day before which nothing is tested. The default is none: every test date counts.</summary>
    public LocalDate? From { get; init; }

    /// <summary>How many days a breach may last before it is an event of default; at least 0. The default is what <see cref="DefaultTerms"/> say for all.</summary>
    public int? CureDays { get; init; }

    /// <summary>The clause. The default is empty.</summary>
    public string Source { get; init; } = "";
}
