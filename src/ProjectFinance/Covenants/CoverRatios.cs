using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Covenants;

/// <summary>How a deal defines its ratios: what counts as cash flow, what as debt service, looking how far back, discounted how.</summary>
public sealed record CoverRatios
{
    /// <summary>The line of cash flow available for debt service: "Project / Net cash flow".</summary>
    public required string CashFlow { get; init; }

    /// <summary>The loans whose service and balance count: "Project loan".</summary>
    public required ImmutableArray<string> Facilities { get; init; }

    /// <summary>The day from which cash flow and debt service count: usually the end of construction.</summary>
    public required LocalDate From { get; init; }

    /// <summary>How many months DSCR looks back, never before <see cref="From"/>. The default is 12; at least 1.</summary>
    public int LookBackMonths { get; init; } = 12;

    /// <summary>The lines of balances that LLCR and PLCR count on top of the present value of cash flow: "Proceeds Account / Closing balance". The default is none.</summary>
    public ImmutableArray<string> Cash { get; init; } = [];

    /// <summary>The production line that reserves are counted by: "Project / Production". The default is none, and no reserve tail.</summary>
    public string? Production { get; init; }

    /// <summary>The lines of contributions that count as equity in gearing. The default is none.</summary>
    public ImmutableArray<string> Equity { get; init; } = [];

    /// <summary>Where the definitions come from, by the name of the field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}
