namespace ProjectFinance.Tests.Oracle;

/// <summary>The library against the independent re-implementation in decimal: every line that docs/facilities.md defines, every column, to 1e-9 relative.</summary>
public class OracleComparisonTests
{
    // Sums of tens of millions in double precision against 28 digits: 1e-9 of the line's largest value leaves five digits of room.
    const double Tolerance = 1e-9;

    public static TheoryData<string> Cases => [.. Variants.Keys];

    static Dictionary<string, OracleCase> Variants { get; } = OracleScenarios.All
        .SelectMany(c => new[]
        {
            (c.Key, c.Value),
            ($"{c.Key}, interest capitalised", c.Value with { Capitalise = true }),
            ($"{c.Key}, margin from the next interest period", c.Value with { MarginFromNextInterestPeriod = true }),
            ($"{c.Key}, 30E/360, percentage table, draws not for principal", c.Value with
            {
                DayCount = OracleDayCount.ThirtyE360,
                Weights = [5m, 10m, 15m, 20m, 10m, 10m, 20m, 10m],
                NotFundedByDraws = [OracleNames.Principal],
            }),
        })
        .ToDictionary(c => c.Item1, c => c.Item2);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_EveryLineOfACase_AgreesWithTheSlowVersion(string name)
    {
        var oracle = Variants[name];
        var expected = Oracle.Run(oracle);

        var run = OracleDeal.Run(oracle);

        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        Assert.Equal(oracle.ColumnEnds.Length + 1, run.Model.Periods.Count);
        Assert.All(expected, line => AssertEqual(line.Key, line.Value, run));
    }

    internal static void AssertEqual(string line, decimal?[] expected, Run run)
    {
        var actual = run.Values(line);
        double scale = Math.Max(1, expected.Max(value => Math.Abs((double)(value ?? 0))));
        for (int t = 0; t < expected.Length; t++)
        {
            if (expected[t] is not { } value)
                Assert.True(double.IsPositiveInfinity(actual[t]), $"{line} applies in {run.Model.Periods[t]}: {actual[t]}, expected not to");
            else
                Assert.True(Math.Abs(actual[t] - (double)value) <= Tolerance * scale, $"{line} in {run.Model.Periods[t]}: {actual[t]:R}, expected {value}");
        }
    }
}
