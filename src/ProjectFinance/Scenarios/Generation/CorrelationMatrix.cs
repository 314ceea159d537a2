namespace ProjectFinance.Scenarios.Generation;

/// <summary>The correlations of some factors as a symmetric matrix with ones on its diagonal.</summary>
sealed class CorrelationMatrix
{
    // Below this a pivot is what rounding left of zero.
    const double LeastPivot = 1e-12;
    const int Halvings = 60;

    readonly double[][] rows;

    CorrelationMatrix(double[][] rows) => this.rows = rows;

    /// <summary>The correlations of factors, in their order.</summary>
    internal static CorrelationMatrix Of(IReadOnlyList<ScenarioFactor> factors, ScenarioTerms terms) => Of([.. factors.Select(factor => factor.Name)], terms.Correlations);

    /// <summary>The correlations of what has these names, in their order; others are left out.</summary>
    internal static CorrelationMatrix Of(IReadOnlyList<string> names, IEnumerable<FactorCorrelation> correlations)
    {
        var places = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        double[][] rows = [.. names.Select((_, i) => names.Select((_, j) => i == j ? 1.0 : 0.0).ToArray())];
        foreach (var one in correlations)
            if (places.TryGetValue(one.Of, out int i) && places.TryGetValue(one.With, out int j)) rows[i][j] = rows[j][i] = one.Value;
        return new(rows);
    }

    /// <summary>The lower triangular matrix whose product with its transpose this is; null where this is not positive definite.</summary>
    internal double[][]? Cholesky() => Cholesky(0);

    /// <summary>The least eigenvalue, to about twelve digits: the most that can be taken from the diagonal before the matrix stops being positive definite.</summary>
    internal double LeastEigenvalue()
    {
        double low = -rows.Length, high = 1;
        for (int k = 0; k < Halvings; k++)
        {
            double middle = (low + high) / 2;
            if (Cholesky(middle) is null) high = middle;
            else low = middle;
        }
        return low;
    }

    double[][]? Cholesky(double lessDiagonal)
    {
        double[][] lower = [.. rows.Select(row => new double[row.Length])];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < i; j++) lower[i][j] = (rows[i][j] - Product(lower[i], lower[j], j)) / lower[j][j];
            double pivot = rows[i][i] - lessDiagonal - Product(lower[i], lower[i], i);
            if (pivot < LeastPivot) return null;
            lower[i][i] = Math.Sqrt(pivot);
        }
        return lower;
    }

    static double Product(double[] one, double[] other, int terms)
    {
        double sum = 0;
        for (int k = 0; k < terms; k++) sum += one[k] * other[k];
        return sum;
    }
}
