using NodaTime;

namespace ProjectFinance.Results;

/// <summary>What an account distributed to its owners.</summary>
/// <param name="Account">The account's name: "Proceeds Account".</param>
/// <param name="Total">Everything distributed, to the end of the timeline.</param>
/// <param name="First">The end of the first column with a distribution; null where there is none.</param>
public sealed record Distributed(string Account, Quantity Total, LocalDate? First)
{
    internal static Distributed Of(Run run, string account)
    {
        var line = run.Model.Find($"{account} / Distribution");
        var values = run.Values(line).ToArray();
        int first = Array.FindIndex(values, value => value > 0);
        return new(account, values.Sum() * line.Unit, first < 0 ? null : run.Model.Periods[first].End);
    }
}
