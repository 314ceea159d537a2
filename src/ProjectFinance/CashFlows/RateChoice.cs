namespace ProjectFinance.CashFlows;

/// <summary>Which of several rates a guess means.</summary>
static class RateChoice
{
    // Spreadsheets take this many steps for IRR and XIRR at most.
    const int MostSteps = 100;

    // So close the steps end, and so close a listed rate must lie to be the one they led to.
    const double StepsEnd = 1e-9, Same = 1e-6;

    internal static void Check(string subject, double guess, double lowest)
    {
        var check = new InputCheck(subject);
        check.Above(guess, lowest, "guess");
        check.Throw();
    }

    /// <summary>The rate whose growth factor is nearest to the guess's in ratio.</summary>
    /// <exception cref="InvalidInputException">There is no rate, or none that a number shows.</exception>
    internal static double Nearest(in RootList roots, double guess, string subject)
    {
        double log = Growth.Log(guess);
        int best = -1;
        for (int i = 0; i < roots.Count; i++)
            if (roots.IsNumber(i) && (best < 0 || Math.Abs(roots.Log(i) - log) < Math.Abs(roots.Log(best) - log))) best = i;
        if (best >= 0) return roots.Rate(best);
        throw roots.Count == 0 ? RootList.None(subject, roots.SignChanges) : RootList.Beyond(subject, roots.Log(0));
    }

    /// <summary>The rate that Newton's steps from the guess lead to, as a spreadsheet's do; where they lead to none, the nearest.</summary>
    internal static double Of(in RootList roots, in FlowSeries series, double guess, double unitsOfPeriod, string subject)
    {
        if (roots.Count < 2) return Nearest(roots, guess, subject);
        double rate = Followed(series, guess, unitsOfPeriod);
        for (int i = 0; i < roots.Count; i++)
            if (roots.IsNumber(i) && Math.Abs(roots.Rate(i) - rate) <= Same * (1 + Math.Abs(rate))) return roots.Rate(i);
        return Nearest(roots, guess, subject);
    }

    /// <summary>Where Newton's steps in the rate end: not a number where they leave what is above -100 % or do not end.</summary>
    static double Followed(in FlowSeries series, double guess, double unitsOfPeriod)
    {
        double rate = guess;
        for (int step = 0; step < MostSteps; step++)
        {
            double log = Growth.Log(rate) / unitsOfPeriod;
            var here = series.TaylorAt(Randomness.Exponential.Of(-Math.Abs(log)), fromEnd: log < 0);
            // By the logarithm of the discount factor; looked at from the end the value is of the last date.
            double slope = log < 0 ? series.Duration * here.Value - here.Slope : here.Slope;
            double change = unitsOfPeriod * (1 + rate) * here.Value / slope;
            rate += change;
            if (Math.Abs(change) < StepsEnd) return rate;
            if (!(rate > -1) || double.IsInfinity(rate)) return double.NaN;
        }
        return double.NaN;
    }
}
