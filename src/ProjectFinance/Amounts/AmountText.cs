using System.Collections.Immutable;
using ProjectFinance.Time;

namespace ProjectFinance.Amounts;

/// <summary>Amounts in words: "greater of USD 1,500,000 and 10% of Project / Net cash flow".</summary>
static class AmountText
{
    internal static string Of(Amount amount) => amount switch
    {
        StatedAmount stated => stated.Value.ToString(),
        LineAmount line => line.Line,
        GreaterOf greater => $"greater of {List(greater.Of)}",
        LesserOf lesser => $"lesser of {List(lesser.Of)}",
        SumOf sum => Joined(sum.Of, " + "),
        DifferenceOf difference => Joined(difference.Of, " - "),
        ProductOf product => Joined(product.Of, " x "),
        QuotientOf quotient => $"{Part(quotient.Of)} / {Part(quotient.By)}",
        PercentOf percent => $"{percent.Percent} of {Part(percent.Of)}",
        PresentValueOf value => $"present value of {value.Line} at {value.Rate}",
        NextMonthsOf next => $"{next.Line} of the next {next.Months} months",
        PerDayOf each => $"{each.Line} a day",
        AmountByDate stepped => $"{stepped.Value.Initial}{string.Concat(stepped.Value.Changes.Select(change => $", from {change.On} {change.To}"))}",
        MilestoneAmount milestone => $"{Part(milestone.Until)} until {milestone.Milestone}, then {Part(milestone.From)}",
        AmountFromDate dated => $"{Part(dated.Until)} until {dated.Date.Iso()}, then {Part(dated.From)}",
        _ => throw new ArgumentOutOfRangeException(nameof(amount), amount, "Not an amount."),
    };

    static string Part(Amount amount) => amount is StatedAmount or LineAmount or PerDayOf ? Of(amount) : $"({Of(amount)})";

    static string Joined(ImmutableArray<Amount> amounts, string between) => string.Join(between, amounts.Select(Part));

    static string List(ImmutableArray<Amount> amounts) => amounts.Length < 2 ? Joined(amounts, "") : $"{string.Join(", ", amounts.SkipLast(1).Select(Part))} and {Part(amounts[^1])}";
}
