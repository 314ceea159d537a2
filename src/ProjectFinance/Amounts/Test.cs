using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Amounts;

/// <summary>
/// A condition as a contract states it: "production of not less than 70 % of capacity for 45 consecutive days, and no default". A closed algebra that term sheets
/// can write; it holds or not at the end of each period.
/// </summary>
public abstract record Test
{
    private protected Test() { }
}

/// <summary>Every one of several tests holds.</summary>
/// <param name="Of">At least one test.</param>
public sealed record AllOf(ImmutableArray<Test> Of) : Test;

/// <summary>At least one of several tests holds.</summary>
/// <param name="Of">At least one test.</param>
public sealed record AnyOf(ImmutableArray<Test> Of) : Test;

/// <summary>A test does not hold.</summary>
/// <param name="Of">The test.</param>
public sealed record Not(Test Of) : Test;

/// <summary>An amount compared with another.</summary>
/// <param name="Of">The amount.</param>
/// <param name="Is">How it must compare.</param>
/// <param name="Than">The amount it is compared with, in the same unit.</param>
public sealed record Compared(Amount Of, Relation Is, Amount Than) : Test;

/// <summary>How two amounts compare.</summary>
public enum Relation
{
    /// <summary>Greater or equal: "not less than".</summary>
    AtLeast,

    /// <summary>Less or equal: "not more than".</summary>
    AtMost,

    /// <summary>Greater: "exceeds".</summary>
    Above,

    /// <summary>Less.</summary>
    Below,
}

/// <summary>A milestone is reached by the end of the period.</summary>
/// <param name="Milestone">The milestone's name.</param>
public sealed record IsReached(string Milestone) : Test;

/// <summary>The period ends on a date or after it.</summary>
/// <param name="Date">The date.</param>
public sealed record OnOrAfter(LocalDate Date) : Test;

/// <summary>No event of default was continuing at the end of the period before.</summary>
public sealed record NoDefault : Test;

/// <summary>A flag of the deal says yes.</summary>
/// <param name="Flag">The flag's line: "Breaches / Completion not reached by 1997-11-30".</param>
public sealed record IsFlagged(string Flag) : Test;

/// <summary>
/// A test holds for some consecutive days. Each column counts with all its days when the test holds at its end; columns as long as quarters therefore count coarsely, and a deal
/// that turns on days has monthly columns.
/// </summary>
/// <param name="Days">How many calendar days, from 1: 45.</param>
/// <param name="Of">The test.</param>
public sealed record ForDays(int Days, Test Of) : Test;

/// <summary>
/// A published daily figure stood above a level for some consecutive days of publication: the closing price exceeds USD 4.75 for 30 consecutive trading days. It holds from the first
/// day on which that was so. Known from the market data; the same in every scenario.
/// </summary>
/// <param name="Price">The daily figure as the market names it: "USMX".</param>
/// <param name="Is">How it must compare.</param>
/// <param name="Than">The level, in the unit of the figure: USD/share 4.75.</param>
/// <param name="Count">How many consecutive days of publication, from 1: 30.</param>
public sealed record ConsecutiveFixings(string Price, Relation Is, Quantity Than, int Count) : Test;
