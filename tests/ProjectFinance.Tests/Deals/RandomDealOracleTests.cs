using ProjectFinance.Tests.Oracle;

namespace ProjectFinance.Tests.Deals;

/// <summary>Twenty random deals against the slow re-implementation in decimal: every line, every column.</summary>
public class RandomDealOracleTests
{
    // As in OracleComparisonTests: sums of tens of millions in double precision leave five digits of room.
    const double Tolerance = 1e-9;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Run_EveryLineOfARandomDeal_AgreesWithTheSlowVersion(int number)
    {
        var oracle = RandomDeals.Case(number);
        var expected = Oracle.Oracle.Run(oracle);

        var run = OracleDeal.Run(oracle);

        Assert.Equal(oracle.ColumnEnds.Length + 1, run.Model.Periods.Count);
        foreach (var (line, values) in expected)
        {
            var actual = run.Values(line);
            double scale = Math.Max(1, values.Max(value => Math.Abs((double)(value ?? 0))));
            for (int t = 0; t < values.Length; t++)
            {
                if (values[t] is not { } value) Assert.True(double.IsPositiveInfinity(actual[t]), $"{line} applies in {run.Model.Periods[t]}: {actual[t]}, expected not to");
                else Assert.True(Math.Abs(actual[t] - (double)value) <= Tolerance * scale, $"{line} in {run.Model.Periods[t]}: {actual[t]:R}, expected {value}");
            }
        }
    }
}
