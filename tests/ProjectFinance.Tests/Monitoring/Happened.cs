using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Results;
using ProjectFinance.Tests.Results;

namespace ProjectFinance.Tests.Monitoring;

/// <summary>The short loan with what happened in its first quarter: see <see cref="ShortLoan"/> for the plan by hand.</summary>
static class Happened
{
    public const string InterestPaid = "Loan / Interest paid", PrincipalPaid = "Loan / Principal paid", Interest = "Loan / Interest", Closing = "Loan / Closing balance";

    public static LocalDate March { get; } = new(2001, 3, 31);

    public static LocalDate June { get; } = new(2001, 6, 30);

    public static Actuals Facts(params ReadOnlySpan<(LocalDate Date, string Line, string Value)> facts)
    {
        var all = ImmutableArray.CreateBuilder<Actual>();
        foreach (var (date, line, value) in facts) all.Add(new(date, line, value, "bank statement"));
        return new(all.ToImmutable());
    }

    public static ComparedRun Run(params ReadOnlySpan<(LocalDate Date, string Line, string Value)> facts) => ComparedRun.Of(Deal.Parse(ShortLoan.Json), actuals: Facts(facts));

    public static double On(this ComparedRun side, string line, LocalDate end) => side.Run[line, side.Run.Model.Timeline.EndingOn(end)];

    /// <summary>What is wrong with facts.</summary>
    public static ImmutableArray<Problem> Wrong(params ReadOnlySpan<(LocalDate Date, string Line, string Value)> facts)
    {
        var all = Facts(facts);
        return Assert.Throws<InvalidInputException>(() => DealLayout.Lay(Deal.Parse(ShortLoan.Json), actuals: all)).Problems;
    }
}
