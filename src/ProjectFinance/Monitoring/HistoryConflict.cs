namespace ProjectFinance.Monitoring;

/// <summary>Says that two facts cannot both have happened.</summary>
static class HistoryConflict
{
    internal static InvalidInputException Between(Actual first, double one, Actual second, double other) => new(Of(first, one, second, other));

    internal static Problem Of(Actual first, double one, Actual second, double other) => new(ActualValue.Subject(second),
        $"it is {second.Value}, and {first.Value} before{(first.Where.Length > 0 ? $" ({first.Where})" : "")}{By(other - one)}", "a balance, a level, a condition or a fixing has one value a day; only flows add up", second.Where);

    static string By(double difference) => difference is not 0 && double.IsFinite(difference) ? FormattableString.Invariant($": they differ by {Math.Abs(difference):#,##0.########}") : "";
}
