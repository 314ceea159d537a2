namespace ProjectFinance.Scenarios;

/// <summary>The margins at one place for each lane; not negative where what is looked for holds.</summary>
delegate void Margins(ReadOnlySpan<double> places, Span<double> margins);

/// <summary>
/// Narrows brackets, each in a lane of its own, by the ITP method (Oliveira and Takahashi, An Enhancement of the Bisection Method Average Performance Preserving
/// Minmax Optimality, ACM TOMS 47, 2021): false position kept so near the middle that no function takes more than one step beyond bisection. What happens in a lane
/// depends on nothing but the lane, and only on + - x /, so that blocks and machines do not matter.
/// </summary>
static class BracketSearch
{
    const double Truncation = 0.2;

    /// <summary>Narrows every bracket.</summary>
    /// <param name="brackets">The brackets, replaced by narrower ones.</param>
    /// <param name="tolerance">How narrow; 1 where places are whole.</param>
    /// <param name="isWhole">Whether places are whole numbers.</param>
    /// <param name="margins">Evaluates one place a lane.</param>
    /// <returns>How many places were evaluated in lanes that needed it.</returns>
    internal static long Narrow(Span<Bracket> brackets, double tolerance, bool isWhole, Margins margins)
    {
        var (places, found) = (new double[brackets.Length], new double[brackets.Length]);
        var reach = new double[brackets.Length];
        var first = new double[brackets.Length];
        for (int i = 0; i < brackets.Length; i++) (first[i], reach[i]) = (brackets[i].Width, 2 * Reach(brackets[i].Width, tolerance));
        long evaluations = 0;
        while (true)
        {
            int open = 0;
            for (int i = 0; i < brackets.Length; i++)
            {
                places[i] = brackets[i].Low;
                if (!IsOpen(brackets[i], tolerance)) continue;
                places[i] = Next(brackets[i], first[i], reach[i], isWhole);
                open++;
            }
            if (open == 0) return evaluations;
            margins(places, found);
            evaluations += open;
            for (int i = 0; i < brackets.Length; i++)
            {
                if (!IsOpen(brackets[i], tolerance)) continue;
                brackets[i] = brackets[i].CutAt(places[i], found[i]);
                reach[i] /= 2;
            }
        }
    }

    // Beyond neighbouring numbers there is nothing to cut.
    static bool IsOpen(in Bracket bracket, double tolerance) => bracket.Width > tolerance && Middle(bracket) is var middle && middle > bracket.Low && middle < bracket.High;

    static double Middle(in Bracket bracket) => bracket.Low + bracket.Width / 2;

    /// <summary>Half the tolerance doubled until it is half the width: how far from the middle the steps may stray and still end in time.</summary>
    static double Reach(double width, double tolerance)
    {
        double reach = tolerance / 2;
        while (reach < width / 2) reach *= 2;
        return reach;
    }

    static double Next(in Bracket bracket, double first, double reach, bool isWhole)
    {
        double middle = Middle(bracket), width = bracket.Width;
        double line = bracket.Low + width * (bracket.AtLow / (bracket.AtLow - bracket.AtHigh));
        // A margin that is infinite says nothing about where it crosses zero.
        if (!double.IsFinite(line)) line = middle;
        double towards = middle >= line ? 1 : -1;
        double shift = Truncation / first * width * width;
        double near = shift <= Math.Abs(middle - line) ? line + towards * shift : middle;
        double allowed = Math.Max(0, reach - width / 2);
        double place = Math.Abs(near - middle) <= allowed ? near : middle - towards * allowed;
        if (isWhole) place = Math.Clamp(Math.Floor(place + 0.5), bracket.Low + 1, bracket.High - 1);
        return place > bracket.Low && place < bracket.High ? place : middle;
    }
}
