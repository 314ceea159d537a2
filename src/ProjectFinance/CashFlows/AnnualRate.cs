using ProjectFinance.CashFlows;

namespace ProjectFinance;

/// <summary>A year's rate with and without compounding within the year. Throws <see cref="InvalidInputException"/> with all that is wrong.</summary>
public static class AnnualRate
{
    /// <summary>The rate that a nominal rate comes to by compounding: EFFECT, (1 + nominal / n)^n - 1. 5.25 % compounded quarterly is 0.0535427.</summary>
    /// <param name="nominal">Nominal rate of a year as a fraction, above 0: 0.0525.</param>
    /// <param name="timesAYear">How often a year interest compounds, at least 1: 4. What is not whole is cut to the whole number below, as in spreadsheets.</param>
    /// <exception cref="InvalidInputException">An argument is outside the range given, or the result beyond 1.8E308.</exception>
    public static double Effective(double nominal, double timesAYear)
    {
        var check = Checked("Effective rate (EFFECT)", nominal, "nominalRate", timesAYear);
        double times = Math.Floor(timesAYear);
        return check.Result(Growth.Gain(nominal / times, times));
    }

    /// <summary>The nominal rate that comes to an effective one by compounding: NOMINAL, n ((1 + effective)^(1/n) - 1). 5.3543 % is 0.0525003 compounded quarterly.</summary>
    /// <param name="effective">Effective rate of a year as a fraction, above 0: 0.053543.</param>
    /// <param name="timesAYear">How often a year interest compounds, at least 1: 4. What is not whole is cut to the whole number below, as in spreadsheets.</param>
    /// <exception cref="InvalidInputException">An argument is outside the range given.</exception>
    public static double Nominal(double effective, double timesAYear)
    {
        var check = Checked("Nominal rate (NOMINAL)", effective, "effectRate", timesAYear);
        double times = Math.Floor(timesAYear);
        return check.Result(times * Growth.Gain(effective, 1 / times));
    }

    static InputCheck Checked(string subject, double rate, string name, double timesAYear)
    {
        var check = new InputCheck(subject);
        check.Above(rate, 0, name);
        check.AtLeast(timesAYear, 1, "npery");
        check.Throw();
        return check;
    }
}
