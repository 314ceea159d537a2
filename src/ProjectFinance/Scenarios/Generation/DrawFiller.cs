using System.Collections.Immutable;
using ProjectFinance.Evaluation;
using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Fills scenarios step by step: one pass through time, in which whatever is drawn goes at once to the inputs that take part of it.</summary>
sealed class DrawFiller : IScenarioFiller
{
    // As many scenarios as keep all rows in the processor's nearest memory.
    const int Strip = 256;

    readonly DrawPlan plan;
    readonly Variates variates;
    readonly PathNormals[] normals;
    readonly double[][] state, inColumn, inAll, columnPair, columnInAll, once, startEven, startOdd, finished;
    readonly double[] work = new double[Strip];

    internal DrawFiller(DrawPlan plan, Variates variates)
    {
        (this.plan, this.variates) = (plan, variates);
        normals = [.. plan.Paths.Select(path => new PathNormals(path, variates, Strip))];
        (state, inColumn, inAll) = (New(plan.Paths.Length), New(plan.Paths.Length), New(plan.Paths.Length));
        columnPair = [.. plan.InColumns.Select(_ => new double[2 * Strip])];
        columnInAll = New(plan.InColumns.Length);
        once = New(plan.Once.Length);
        (startEven, startOdd, finished) = (New(plan.Histories.Length), New(plan.Histories.Length), New(plan.Histories.Length));
    }

    /// <inheritdoc/>
    public void Fill(long first, int count, Evaluator evaluator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        for (int start = 0; start < count; start += Strip) FillStrip(first + start, new FilledPart(evaluator, start, Math.Min(Strip, count - start)));
    }

    void FillStrip(long first, FilledPart target)
    {
        Clear(target.Count);
        for (int step = 0; step < plan.Steps; step++)
        {
            DrawPaths(first, step, target);
            for (int h = 0; h < plan.Histories.Length; h++) DrawPast(first, step, h, target);
            if (plan.ColumnEnded[step] >= 0) DrawColumn(first, plan.ColumnEnded[step], target);
        }
        DrawRests(first, target);
        DrawOnce(first, target);
    }

    /// <summary>Completes the sums of paths, for what is drawn once.</summary>
    void DrawRests(long first, FilledPart target)
    {
        for (int p = 0; p < plan.Paths.Length; p++)
        {
            var path = plan.Paths[p];
            if (!path.IsDrawn || !path.IsSummed || path.RestInAll == 0) continue;
            variates.Normals(first, path.Numbers, path.DrawCount, target.Of(work));
            Rows.Add(target.Of(inAll[p]), path.RestInAll, target.Of(work));
        }
    }

    void DrawPaths(long first, int step, FilledPart target)
    {
        for (int p = 0; p < plan.Paths.Length; p++)
        {
            var path = plan.Paths[p];
            if (!path.IsDrawn) continue;
            if (path.Draws[step] >= 0) Draw(first, path, p, step, target);
            if (!path.IsUsed) continue;
            if (path.IsMixed) Mix(path, p, step, target);
            if (!path.Parts[step].IsEmpty) DeliverPath(path, p, step, target);
        }
    }

    void Draw(long first, PathDraw path, int p, int step, FilledPart target)
    {
        normals[p].Draw(first, path.Draws[step], target.Count);
        var variate = normals[p].Of(path.Draws[step], target.Count);
        if (path.IsSummedInColumns) Rows.Add(target.Of(inColumn[p]), path.WeightInColumn[step], variate);
        if (path.IsSummed) Rows.Add(target.Of(inAll[p]), path.WeightInAll[step], variate);
        if (path.IsUsed) Rows.Step(target.Of(state[p]), path.Keep[step], path.OwnSpread[step] * path.Mix[p], variate);
    }

    /// <summary>Adds what other paths' variates move this one by; they have one in every step.</summary>
    void Mix(PathDraw path, int place, int step, FilledPart target)
    {
        var deviation = target.Of(state[place]);
        bool isKept = path.Draws[step] >= 0;
        for (int other = 0; other < place; other++)
        {
            if (path.Mix[other] == 0) continue;
            var variate = normals[other].Of(step, target.Count);
            double spread = path.Spread[step] * path.Mix[other];
            if (isKept) Rows.Add(deviation, spread, variate);
            else Rows.Step(deviation, path.Keep[step], spread, variate);
            isKept = true;
        }
    }

    void DeliverPath(PathDraw path, int place, int step, FilledPart target)
    {
        var value = target.Of(work);
        Rows.Less(value, target.Of(state[place]), path.Law.IsMultiple ? path.HalfVariance[step] : 0);
        Deliver(value, path.Law, path.Least[step], path.Parts[step], target);
    }

    static void Deliver(Span<double> value, FactorLaw law, double least, ImmutableArray<InputPart> parts, FilledPart target)
    {
        if (law.IsMultiple) Exponential.Apply(value);
        else if (law.Floor is not null) Rows.Raise(value, least);
        Deliver(value, parts, target);
    }

    static void Deliver(ReadOnlySpan<double> value, ImmutableArray<InputPart> parts, FilledPart target)
    {
        foreach (var part in parts)
            if (part.Start is { } constant) Rows.Begin(target.Row(part.Input), constant, part.Coefficient, value);
            else Rows.Add(target.Row(part.Input), part.Coefficient, value);
    }

    void DrawPast(long first, int step, int h, FilledPart target)
    {
        var past = plan.Histories[h];
        int before = step == 0 ? 0 : past.Taken[step - 1], taken = past.Taken[step], length = past.Law.History.BlockLength;
        for (int block = step == 0 ? 0 : before / length + 1; block <= taken / length; block++)
        {
            if (block > 0) PastValue(past, h, block - 1, length, target.Of(finished[h]));
            if (block % 2 == 0) variates.Uniforms(first, past.Numbers, block, target.Of(startEven[h]), target.Of(startOdd[h]));
        }
        if (past.Parts[step].IsEmpty) return;
        var value = target.Of(work);
        target.Of(finished[h]).CopyTo(value);
        PastValue(past, h, taken / length, taken % length, value);
        Rows.Less(value, value, past.Centre[step]);
        Deliver(value, past.Law, past.Least[step], past.Parts[step], target);
    }

    /// <summary>Adds the first changes of a block.</summary>
    void PastValue(HistoryDraw past, int h, int block, int changes, Span<double> sum)
    {
        var history = past.Law.History;
        var sums = history.Sums.AsSpan();
        var uniforms = (block % 2 == 0 ? startEven : startOdd)[h];
        for (int k = 0; k < sum.Length; k++)
        {
            int place = Math.Min((int)(uniforms[k] * history.Changes), history.Changes - 1);
            sum[k] += sums[place + changes] - sums[place];
        }
    }

    void DrawColumn(long first, int column, FilledPart target)
    {
        int start = column % 2 * target.Count;
        for (int c = 0; c < plan.InColumns.Length; c++)
        {
            var factor = plan.InColumns[c];
            if (!factor.IsDrawn) continue;
            if (column % 2 == 0) variates.NormalPair(first, factor.Numbers, column, columnPair[c].AsSpan(0, 2 * target.Count));
            if (factor.IsSummed) Rows.Add(target.Of(columnInAll[c]), plan.WeightOfColumn[column], columnPair[c].AsSpan(start));
            if (factor.IsUsed && !factor.Parts[column].IsEmpty) Deliver(factor, inColumn, columnPair, start, [], column, target);
        }
        for (int p = 0; p < plan.Paths.Length; p++)
            if (plan.Paths[p].IsSummedInColumns) target.Of(inColumn[p]).Clear();
    }

    void DrawOnce(long first, FilledPart target)
    {
        for (int o = 0; o < plan.Once.Length; o++)
            if (plan.Once[o].IsDrawn) variates.Normals(first, plan.Once[o].Numbers, 0, target.Of(once[o]));
        for (int o = 0; o < plan.Once.Length; o++)
            if (plan.Once[o].IsUsed) Deliver(plan.Once[o], inAll, columnInAll, 0, once, 0, target);
    }

    void Deliver(SingleDraw factor, double[][] paths, double[][] columns, int startOfColumns, double[][] singles, int moment, FilledPart target)
    {
        var value = target.Of(work);
        value.Clear();
        AddAll(value, factor.OfPaths, paths, 0);
        AddAll(value, factor.OfColumns, columns, startOfColumns);
        AddAll(value, factor.OfOnce, singles, 0);
        factor.Map.Apply(value);
        Deliver(value, factor.Parts[moment], target);
    }

    static void AddAll(Span<double> value, ImmutableArray<double> coefficients, double[][] rows, int start)
    {
        for (int k = 0; k < coefficients.Length; k++)
            if (coefficients[k] != 0) Rows.Add(value, coefficients[k], rows[k].AsSpan(start));
    }

    void Clear(int count)
    {
        foreach (var rows in (ReadOnlySpan<double[][]>)[state, inColumn, inAll, columnInAll, finished])
        foreach (var row in rows) row.AsSpan(0, count).Clear();
    }

    static double[][] New(int rows) => [.. Enumerable.Range(0, rows).Select(_ => new double[Strip])];

    /// <summary>The part of an evaluator's rows that is filled at a time.</summary>
    readonly record struct FilledPart(Evaluator Evaluator, int Start, int Count)
    {
        internal Span<double> Row(int input) => Evaluator.Input(input).Slice(Start, Count);

        internal Span<double> Of(double[] row) => row.AsSpan(0, Count);
    }
}
