namespace ProjectFinance.Scenarios.Generation;

/// <summary>The variates of one path, step by step: two steps at a time, or all of them through a bridge.</summary>
sealed class PathNormals
{
    readonly DrawPlan plan;
    readonly PathDraw path;
    readonly Variates variates;
    readonly double[][] rows;

    internal PathNormals(DrawPlan plan, PathDraw path, Variates variates, int width)
    {
        (this.plan, this.path, this.variates) = (plan, path, variates);
        int count = !path.IsDrawn ? 0 : variates.AreBridged ? plan.Steps : 2;
        rows = [.. Enumerable.Range(0, count).Select(_ => new double[width])];
    }

    /// <summary>Draws what a step needs, unless it is there already. Steps must come in order.</summary>
    internal void Draw(long first, int step, int count)
    {
        if (!variates.AreBridged)
        {
            if (step % 2 == 0) variates.Normals(first, path.Numbers, step, rows[0].AsSpan(0, count), rows[1].AsSpan(0, count));
        }
        else if (step == 0) DrawBridge(first, count);
    }

    /// <summary>[scenario]: the variates of a step.</summary>
    internal ReadOnlySpan<double> Of(int step, int count) => rows[variates.AreBridged ? step : step % 2].AsSpan(0, count);

    void DrawBridge(long first, int count)
    {
        variates.Normals(first, path.Numbers, 0, rows[0].AsSpan(0, count));
        for (int d = 0; d < plan.Bridge.Length; d++)
        {
            var division = plan.Bridge[d];
            variates.Normals(first, path.Numbers, d + 1, rows[division.At].AsSpan(0, count));
            Rows.Divide(rows[division.From].AsSpan(0, count), rows[division.At].AsSpan(0, count), division.First, division.Second);
        }
    }
}
