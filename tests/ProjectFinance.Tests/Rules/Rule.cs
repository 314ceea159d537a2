namespace ProjectFinance.Tests.Rules;

/// <summary>A rule of the house, held by listing everything that breaks it.</summary>
static class Rule
{
    public static void Holds(IEnumerable<string> breaches)
    {
        var all = breaches.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} broken:\n  {string.Join("\n  ", all)}");
    }
}
