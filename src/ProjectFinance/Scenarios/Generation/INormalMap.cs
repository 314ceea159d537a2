namespace ProjectFinance.Scenarios.Generation;

/// <summary>Makes what a factor draws of standard normal variates, so that its correlations are those of the variates: the normal copula.</summary>
interface INormalMap
{
    /// <summary>Replaces each variate by the number that is exceeded with the same probability. Allocates nothing.</summary>
    void Apply(Span<double> normals);
}
