namespace ProjectFinance.Scenarios.Generation;

/// <summary>The variates of one path, in order: two at a time, or all of them through a bridge.</summary>
sealed class PathNormals
{
    readonly PathDraw path;
    readonly Variates variates;
    readonly double[] pair;
    readonly double[][] bridged;

    internal PathNormals(PathDraw path, Variates variates, int width)
    {
        (this.path, this.variates) = (path, variates);
        pair = new double[path.IsDrawn && !variates.AreBridged ? 2 * width : 0];
        bridged = [.. Enumerable.Range(0, path.IsDrawn && variates.AreBridged ? path.DrawCount : 0).Select(_ => new double[width])];
    }

    /// <summary>Makes a variate, unless it is there already. They must come in order.</summary>
    internal void Draw(long first, int draw, int count)
    {
        if (!variates.AreBridged)
        {
            if (draw % 2 == 0) variates.NormalPair(first, path.Numbers, draw, pair.AsSpan(0, 2 * count));
        }
        else if (draw == 0) DrawBridge(first, count);
    }

    /// <summary>[scenario]: a variate.</summary>
    internal ReadOnlySpan<double> Of(int draw, int count) => variates.AreBridged ? bridged[draw].AsSpan(0, count) : pair.AsSpan(draw % 2 * count, count);

    void DrawBridge(long first, int count)
    {
        variates.Normals(first, path.Numbers, 0, bridged[0].AsSpan(0, count));
        for (int d = 0; d < path.Bridge.Length; d++)
        {
            var division = path.Bridge[d];
            variates.Normals(first, path.Numbers, d + 1, bridged[division.At].AsSpan(0, count));
            Rows.Divide(bridged[division.From].AsSpan(0, count), bridged[division.At].AsSpan(0, count), division.First, division.Second);
        }
    }
}
