namespace ProjectFinance.Tests;

/// <summary>A fact that compares with a published table in shared/data; skipped, saying which file it needs, where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute(string relativePath) => Skip = Repository.WhyMissing(relativePath);
}

/// <summary>A theory that compares with a published table in shared/data; skipped, saying which file it needs, where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class DataTheoryAttribute : TheoryAttribute
{
    public DataTheoryAttribute(string relativePath) => Skip = Repository.WhyMissing(relativePath);
}
