namespace ProjectFinance.Scenarios.Generation;

/// <summary>The variates of one path, in order: two at a time, or all of them through a bridge.</summary>
sealed class PathNormals
{
    readonly PathDraw path;
    readonly Variates variates;
    readonly double[][] rows;

    internal PathNormals(PathDraw path, Variates variates, int width)
    {
        (this.path, this.variates) = (path, variates);
        int count = !path.IsDrawn ? 0 : variates.AreBridged ? path.DrawCount : 2;
        rows = [.. Enumerable.Range(0, count).Select(_ => new double[width])];
    }

    /// <summary>Makes a variate, unless it is there already. They must come in order.</summary>
    internal void Draw(long first, int draw, int count)
    {
        if (!variates.AreBridged)
        {
            if (draw % 2 == 0) variates.Normals(first, path.Numbers, draw, rows[0].AsSpan(0, count), rows[1].AsSpan(0, count));
        }
        else if (draw == 0) DrawBridge(first, count);
    }

    /// <summary>[scenario]: a variate.</summary>
    internal ReadOnlySpan<double> Of(int draw, int count) => rows[variates.AreBridged ? draw : draw % 2].AsSpan(0, count);

    void DrawBridge(long first, int count)
    {
        variates.Normals(first, path.Numbers, 0, rows[0].AsSpan(0, count));
        for (int d = 0; d < path.Bridge.Length; d++)
        {
            var division = path.Bridge[d];
            variates.Normals(first, path.Numbers, d + 1, rows[division.At].AsSpan(0, count));
            Rows.Divide(rows[division.From].AsSpan(0, count), rows[division.At].AsSpan(0, count), division.First, division.Second);
        }
    }
}
