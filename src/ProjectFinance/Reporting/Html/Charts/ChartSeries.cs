using System.Collections.Immutable;

namespace ProjectFinance.Reporting;

/// <summary>What a chart shows of one thing.</summary>
/// <param name="Name">As the legend calls it.</param>
/// <param name="Style">Which of the page's colours, patterns and dashes it has, from 0.</param>
/// <param name="Values">[point] its values, in the unit of the axis; what is not finite is not drawn.</param>
sealed record ChartSeries(string Name, int Style, ImmutableArray<double> Values)
{
    /// <summary>The lines it is of, which its points open. The default is none.</summary>
    internal ImmutableArray<Line> Lines { get; init; } = [];

    /// <summary>How many styles can be told apart.</summary>
    internal const int Styles = 8;

    /// <summary>The fill of its areas.</summary>
    internal string Fill => $"url(#p{Style})";

    /// <summary>The class of its lines.</summary>
    internal string LineClass => $"line l{Style}";
}
