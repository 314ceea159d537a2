using System.Collections.Immutable;
using ProjectFinance.Amounts;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether a test makes sense, as far as that shows without its lines.</summary>
static class TestValidation
{
    public static IEnumerable<Problem> Problems(Test test, Deal deal, string subject, string where) => test switch
    {
        AllOf { Of: var of } => Several(of, deal, subject, $"{where}.allOf"),
        AnyOf { Of: var of } => Several(of, deal, subject, $"{where}.anyOf"),
        Not { Of: var of } => Problems(of, deal, subject, $"{where}.not"),
        Compared compared =>
        [
            .. AmountValidation.Problems(compared.Of, deal, subject, $"{where}.{TestText.Key(compared.Is)}.of"),
            .. AmountValidation.Problems(compared.Than, deal, subject, $"{where}.{TestText.Key(compared.Is)}.than"),
        ],
        IsReached { Milestone: var milestone } => TermCheck.Milestone(milestone, deal, subject, $"{where}.reached"),
        OnOrAfter or NoDefault or IsFlagged => [],
        ForDays { Days: var days, Of: var of } =>
        [
            .. TermCheck.AtLeast(1, days, "number of days", subject, $"{where}.forDays.days"),
            .. Problems(of, deal, subject, $"{where}.forDays.test"),
        ],
        ConsecutiveFixings { Count: var count } => TermCheck.AtLeast(1, count, "number of consecutive days", subject, $"{where}.consecutiveFixings.count"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static IEnumerable<Problem> Several(ImmutableArray<Test> of, Deal deal, string subject, string where) =>
    [
        .. TermCheck.NotEmpty(of, "test", subject, where),
        .. of.SelectMany((one, i) => Problems(one, deal, subject, $"{where}[{i}]")),
    ];
}
