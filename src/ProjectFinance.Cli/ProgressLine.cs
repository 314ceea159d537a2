using System.Diagnostics;
using System.Globalization;

namespace ProjectFinance.Cli;

/// <summary>Shows on a terminal how far a long computation is, once it has taken a second; written over and over in one line, which goes away at the end.</summary>
sealed class ProgressLine(TextWriter terminal) : IProgress<SimulationProgress>, IProgress<int>, IDisposable
{
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1), Step = TimeSpan.FromSeconds(0.2);

    readonly Stopwatch watch = Stopwatch.StartNew();
    TimeSpan next = Quiet;
    int width;

    /// <inheritdoc/>
    public void Report(SimulationProgress value)
    {
        if (!IsDue()) return;
        var left = watch.Elapsed * ((double)(value.Of - value.Done) / value.Done);
        Show(string.Create(CultureInfo.InvariantCulture, $"{100.0 * value.Done / value.Of:0}% of {value.Of:#,##0} scenarios, {left.TotalSeconds:#,##0} s left"));
    }

    /// <inheritdoc/>
    public void Report(int value)
    {
        if (IsDue()) Show(string.Create(CultureInfo.InvariantCulture, $"{value} mixtures of the two deals"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (width == 0) return;
        Show("");
        terminal.Write('\r');
        width = 0;
    }

    bool IsDue()
    {
        if (watch.Elapsed < next) return false;
        next = watch.Elapsed + Step;
        return true;
    }

    void Show(string text)
    {
        terminal.Write('\r' + text.PadRight(width));
        width = Math.Max(width, text.Length);
        terminal.Flush();
    }
}
