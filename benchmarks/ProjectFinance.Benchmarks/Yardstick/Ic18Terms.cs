using NodaTime;

namespace ProjectFinance.Benchmarks.Yardstick;

/// <summary>What is the same in every scenario of the yardstick deal IC-18M: eighteen quarters from 11 July 1996.</summary>
static class Ic18Terms
{
    internal const int Periods = 18;
    internal const int LastDraw = 4;
    internal const double Commitment = 19.5e6;
    internal const double Equity = 1.5e6;
    internal const double FeeRate = 0.005;
    internal const double MarginBefore = 0.0225;
    internal const double MarginAfter = 0.01875;
    internal const double Royalty = 0.05;
    internal const double UnitCost = 180;
    internal const double LeastBalance = 1.5e6;
    internal const double InterestCap = 250e3;
    internal const int Instalments = 8;

    internal static LocalDate Start { get; } = new(1996, 7, 11);

    internal static LocalDate End(int i) => new LocalDate(1996, 10, 1).PlusMonths(3 * i).PlusDays(-1);

    internal static int Days(int i) => NodaTime.Period.DaysBetween(i == 0 ? Start : End(i - 1), End(i));

    internal static double Capital(int i) => i switch { 0 => 6.3e6, 1 => 5.6e6, 2 => 4.2e6, 3 => 2.1e6, 4 => 0.7e6, _ => 0.25e6 };

    internal static double Ounces(int i) => i < 4 ? 0 : End(i).Month switch { 3 => 7_200, 6 => 14_400, 9 => 26_400, _ => 19_200 };

    internal static double FixedCost(int i) => i >= 4 ? 0.6e6 : 0;

    internal static bool IsInstalment(int i) => i is 4 or 5 or 8 or 9 or 12 or 13 or 16 or 17;

    internal static double Step10(int i) => Math.Pow(1.10, -Days(i) / 365.0);

    internal static double Discount12(int i) => Math.Pow(1.12, -NodaTime.Period.DaysBetween(Start, End(i)) / 365.0);
}
