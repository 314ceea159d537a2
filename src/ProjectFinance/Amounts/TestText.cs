using ProjectFinance.Time;

namespace ProjectFinance.Amounts;

/// <summary>Tests in words: "Project / Production a day at least oz 115".</summary>
static class TestText
{
    /// <summary>How a comparison is written in a term sheet: "atLeast".</summary>
    internal static string Key(Relation relation) => $"{char.ToLowerInvariant(relation.ToString()[0])}{relation.ToString()[1..]}";

    /// <summary>The test in words.</summary>
    internal static string Of(Test test) => test switch
    {
        AllOf all => string.Join(" and ", all.Of.Select(Part)),
        AnyOf any => string.Join(" or ", any.Of.Select(Part)),
        Not not => $"not {Part(not.Of)}",
        Compared c => $"{AmountText.Of(c.Of)} {Word(c.Is)} {AmountText.Of(c.Than)}",
        IsReached reached => $"{reached.Milestone} reached",
        OnOrAfter date => $"on or after {date.Date.Iso()}",
        NoDefault => "no default",
        IsFlagged flagged => flagged.Flag,
        ForDays held => $"for {held.Days} days, {Part(held.Of)}",
        ConsecutiveFixings f => $"{f.Price} {Word(f.Is)} {f.Than} for {f.Count} consecutive days",
        _ => throw new ArgumentOutOfRangeException(nameof(test), test, "Not a test."),
    };

    static string Part(Test test) => test is AllOf { Of.Length: > 1 } or AnyOf { Of.Length: > 1 } ? $"({Of(test)})" : Of(test);

    static string Word(Relation relation) => relation switch
    {
        Relation.AtLeast => "at least",
        Relation.AtMost => "at most",
        Relation.Above => "above",
        _ => "below",
    };
}
