using System.Collections.Immutable;
using ProjectFinance.Amounts;
using ProjectFinance.Rates;

namespace ProjectFinance.Equity;

/// <summary>A merger in which the shares of one company are exchanged for those of another. Source: 8-K 1997-01-03, Item 5.</summary>
public sealed record Merger
{
    /// <summary>What it is called, which begins the names of its lines: "Merger".</summary>
    public required string Name { get; init; }

    /// <summary>The company whose shares are given up, as the deal's share capital names it: "USMX".</summary>
    public required string Target { get; init; }

    /// <summary>The company whose shares are received: "Dakota". It need not be among the deal's share capital.</summary>
    public required string Acquirer { get; init; }

    /// <summary>The shares of the acquirer outstanding before the merger. Above zero, in shares.</summary>
    public required Quantity AcquirerOutstanding { get; init; }

    /// <summary>Old shares given up for one new share: 1.10. Above zero.</summary>
    public required double OldSharesForOne { get; init; }

    /// <summary>The date or milestone on which it takes effect; a milestone may be reached by a test. The default is never.</summary>
    public Occasion? On { get; init; }

    /// <summary>How the number of new shares becomes whole. The default is downwards.</summary>
    public ShareRounding Rounding { get; init; } = ShareRounding.Down;

    /// <summary>The price of the acquirer's share, as the market data name it, so that the value received is a line. The default is none.</summary>
    public string? Price { get; init; }

    /// <summary>Where each figure comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}
