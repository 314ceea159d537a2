using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Scenarios;

/// <summary>The distribution of a line period by period.</summary>
/// <param name="Line">The line's name: "Ratios / DSCR".</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Kind">What kind of line it is.</param>
/// <param name="Periods">[period] the distribution in each column of the model.</param>
public sealed record Band(string Line, Unit Unit, LineKind Kind, ImmutableArray<BandPeriod> Periods);

/// <summary>The distribution of a line in one period.</summary>
/// <param name="End">The end of the column.</param>
/// <param name="Statistics">The distribution.</param>
public sealed record BandPeriod(LocalDate End, OutputStatistics Statistics);
