using System.Collections.Immutable;
using ProjectFinance.Amounts;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether an amount's formula in words makes sense, as far as that shows without its lines.</summary>
static class AmountValidation
{
    public static IEnumerable<Problem> Problems(Amount amount, Deal deal, string subject, string where)
    {
        return amount switch
        {
            StatedAmount or LineAmount or PerDayOf => [],
            GreaterOf { Of: var of } => All(of, "greaterOf"),
            LesserOf { Of: var of } => All(of, "lesserOf"),
            SumOf { Of: var of } => All(of, "sumOf"),
            DifferenceOf { Of: var of } => All(of, "differenceOf"),
            ProductOf { Of: var of } => All(of, "productOf"),
            PercentOf { Percent: var percent, Of: var of } =>
            [
                .. TermCheck.NotNegative(percent, "percentage", subject, $"{where}.percentOf.percent"),
                .. Problems(of, deal, subject, $"{where}.percentOf.of"),
            ],
            PresentValueOf { Rate: var rate } => rate > -1.0
                ? []
                : [new(subject, $"the discount rate is {rate}", "it must be above -100%", $"{where}.presentValueOf.rate")],
            NextMonthsOf { Months: var months } => TermCheck.AtLeast(1, months, "number of months", subject, $"{where}.nextMonthsOf.months"),
            QuotientOf { Of: var of, By: var by } =>
            [
                .. Problems(of, deal, subject, $"{where}.quotientOf.of"),
                .. Problems(by, deal, subject, $"{where}.quotientOf.by"),
            ],
            AmountByDate { Value: var dated } => SteppedValidation.Problems(dated, deal, "amount", subject, $"{where}.byDate",
                (value, here) => TermCheck.SameUnit(value.Unit, dated.Initial.Unit, "amount", "like the first one", subject, here)),
            AmountFromDate { Until: var until, From: var from } =>
            [
                .. Problems(until, deal, subject, $"{where}.fromDate.until"),
                .. Problems(from, deal, subject, $"{where}.fromDate.from"),
            ],
            MilestoneAmount { Milestone: var milestone, Until: var until, From: var from } =>
            [
                .. TermCheck.Milestone(milestone, deal, subject, $"{where}.milestone.milestone"),
                .. Problems(until, deal, subject, $"{where}.milestone.until"),
                .. Problems(from, deal, subject, $"{where}.milestone.from"),
            ],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        IEnumerable<Problem> All(ImmutableArray<Amount> of, string key) =>
        [
            .. TermCheck.NotEmpty(of, "amount", subject, $"{where}.{key}"),
            .. of.SelectMany((one, i) => Problems(one, deal, subject, $"{where}.{key}[{i}]")),
        ];
    }
}
