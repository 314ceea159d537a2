using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;

namespace ProjectFinance.Amounts;

/// <summary>
/// An amount as a contract describes it: "the greater of USD 1,500,000 and 10 % of the present value of future net cash flow".
/// A closed algebra that term sheets can write; each period has its value.
/// </summary>
public abstract record Amount
{
    private protected Amount() { }
}

/// <summary>A stated amount: "USD 1,500,000".</summary>
/// <param name="Value">The amount with its unit.</param>
public sealed record StatedAmount(Quantity Value) : Amount;

/// <summary>The value of a line in the same period.</summary>
/// <param name="Line">The line's name: "Project / Capital costs".</param>
public sealed record LineAmount(string Line) : Amount;

/// <summary>The greatest of several amounts.</summary>
/// <param name="Of">At least one amount, all in one unit.</param>
public sealed record GreaterOf(ImmutableArray<Amount> Of) : Amount;

/// <summary>The least of several amounts.</summary>
/// <param name="Of">At least one amount, all in one unit.</param>
public sealed record LesserOf(ImmutableArray<Amount> Of) : Amount;

/// <summary>The sum of several amounts.</summary>
/// <param name="Of">At least one amount, all in one unit.</param>
public sealed record SumOf(ImmutableArray<Amount> Of) : Amount;

/// <summary>The first amount less all the others; negative where they exceed it.</summary>
/// <param name="Of">At least one amount, all in one unit.</param>
public sealed record DifferenceOf(ImmutableArray<Amount> Of) : Amount;

/// <summary>The product of several amounts; units multiply.</summary>
/// <param name="Of">At least one amount.</param>
public sealed record ProductOf(ImmutableArray<Amount> Of) : Amount;

/// <summary>A share of an amount.</summary>
/// <param name="Percent">The share as a fraction: 10 % is 0.10.</param>
/// <param name="Of">The amount.</param>
public sealed record PercentOf(Percentage Percent, Amount Of) : Amount;

/// <summary>
/// The value at the end of a period of a line's flows in all later periods, discounted at a yearly rate:
/// PV(t) = (PV(t+1) + flow(t+1)) x (1 + rate)^(-days(t+1) / 365).
/// </summary>
/// <param name="Line">The line whose flows are valued: "Project / Net cash flow".</param>
/// <param name="Rate">The yearly rate as a fraction, compounded yearly: 10 % is 0.10. Above -1.</param>
public sealed record PresentValueOf(string Line, Percentage Rate) : Amount;

/// <summary>
/// A line's flows in the months after the end of a period. A period that lies partly inside counts with its part of days; or, for
/// amounts that fall on a date, only when its end lies inside.
/// </summary>
/// <param name="Months">How many months, from 1.</param>
/// <param name="Line">The line: "Project / Capital costs".</param>
public sealed record NextMonthsOf(int Months, string Line) : Amount
{
    /// <summary>Whether the line's amounts fall on the last day of their period instead of spreading over it. The default is false.</summary>
    public bool OnTheDay { get; init; }
}

/// <summary>One amount until a milestone is reached, another from then on.</summary>
/// <param name="Milestone">The milestone's name.</param>
/// <param name="Until">The amount in periods at whose end it is not reached.</param>
/// <param name="From">The amount in periods at whose end it is reached.</param>
public sealed record MilestoneAmount(string Milestone, Amount Until, Amount From) : Amount;

/// <summary>One amount until a date, another from then on.</summary>
/// <param name="Date">The first day on which the other amount holds.</param>
/// <param name="Until">The amount in periods that end before the date.</param>
/// <param name="From">The amount in periods that end on the date or later.</param>
public sealed record AmountFromDate(LocalDate Date, Amount Until, Amount From) : Amount;

/// <summary>One amount divided by another; where the divisor is not positive it does not apply, which is positive infinity.</summary>
/// <param name="Of">What is divided.</param>
/// <param name="By">The divisor.</param>
public sealed record QuotientOf(Amount Of, Amount By) : Amount;

/// <summary>A stated amount that changes on dates or milestones: a limit that steps, a figure of a balance sheet that holds until the next.</summary>
/// <param name="Value">The amounts, all in one unit.</param>
public sealed record AmountByDate(Stepped<Quantity> Value) : Amount;

/// <summary>A line's amount in a period for each of its days, in ounces a day ("oz/day") for a line in ounces; zero in a period without days.</summary>
/// <param name="Line">The line: "Project / Production".</param>
public sealed record PerDayOf(string Line) : Amount;
