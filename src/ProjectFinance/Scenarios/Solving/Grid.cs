using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>The places at which a range is looked at first, in order.</summary>
static class Grid
{
    /// <summary>The ends of the range, and so many equal parts between them; whole places each once.</summary>
    internal static ImmutableArray<double> Of(Variation varied, int parts)
    {
        bool isWhole = varied.Step > 0;
        double low = varied.PlaceOf(varied.From), high = varied.PlaceOf(varied.To);
        if (isWhole) (low, high) = (Whole(low, up: true), Whole(high, up: false));
        var places = ImmutableArray.CreateBuilder<double>(parts + 1);
        for (int i = 0; i <= parts; i++)
        {
            double place = i == parts ? high : low + (high - low) * i / parts;
            if (isWhole) place = Math.Floor(place + 0.5);
            if (places.Count == 0 || place > places[^1]) places.Add(place);
        }
        return places.ToImmutable();
    }

    // 0.07 / 0.01 is not quite 7.
    static double Whole(double place, bool up) => Math.Round(place) is var near && Math.Abs(place - near) < 1e-6 ? near : up ? Math.Ceiling(place) : Math.Floor(place);

    /// <summary>How narrow a bracket is to become.</summary>
    internal static double Tolerance(Variation varied, double? wanted) => varied.Step > 0 ? 1 : wanted ?? (varied.To - varied.From) * Finest;

    // 2^-44: some 14 digits of the range, where rounding in the model begins to show.
    const double Finest = 1.0 / (1L << 44);
}
