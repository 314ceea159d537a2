using NodaTime;
using ProjectFinance.CashFlows;

namespace ProjectFinance;

/// <summary>
/// What flows are worth at a rate that is given. Money received is positive, money paid negative. For the rate at which they are worth nothing see <see cref="InternalRateOfReturn"/>.
/// Every function throws <see cref="InvalidInputException"/> with all that is wrong, and allocates nothing otherwise.
/// </summary>
public static class DiscountedCashFlow
{
    /// <summary>The value of flows at the ends of equal periods, one period before the first of them: NPV. What is paid or received at once is not among them. At 10 %, 60 and 60 are worth 104.132231.</summary>
    /// <param name="rate">Rate of one period as a fraction, not -100 %: 10 % is 0.1. Below -100 % signs alternate, as in spreadsheets.</param>
    /// <param name="flows">The flow at the end of each period, zeros included: [period].</param>
    /// <exception cref="InvalidInputException">There is no flow, a number is not finite, the rate is -100 %, or the value is beyond 1.8E308.</exception>
    public static double NetPresentValue(double rate, ReadOnlySpan<double> flows)
    {
        var check = new InputCheck("Net present value (NPV)");
        check.Finite(rate, "rate");
        if (rate == -1) check.Add("rate is -100 %", "a rate that leaves nothing cannot discount", "rate");
        check.Flows(flows);
        check.Throw();
        double value = 0, factor = 1 + rate;
        for (int i = flows.Length - 1; i >= 0; i--) value = (value + flows[i]) / factor;
        return check.Result(value);
    }

    /// <summary>The value of dated flows on the first date: XNPV, each discounted by (1 + rate) to the power of days / 365. At 10 %, 110 a year of 365 days later is worth 100.</summary>
    /// <param name="rate">Rate of a year of 365 days as a fraction, above -100 %: 10 % is 0.1.</param>
    /// <param name="flows">The flows: [flow].</param>
    /// <param name="dates">The date of each flow, in any order but none before the first: [flow].</param>
    /// <exception cref="InvalidInputException">A number is not finite or out of range, flows and dates are not as many, a date lies before the first, or the value is beyond 1.8E308.</exception>
    public static double NetPresentValue(double rate, ReadOnlySpan<double> flows, ReadOnlySpan<LocalDate> dates)
    {
        var check = new InputCheck("Net present value of dated flows (XNPV)");
        check.Above(rate, -1, "rate");
        check.Flows(flows);
        DatedFlows.Check(ref check, flows, dates);
        check.Throw();
        double log = Growth.Log(rate), value = 0;
        int first = DatedFlows.DayNumber(dates[0]);
        for (int i = 0; i < flows.Length; i++)
            value += flows[i] * Randomness.Exponential.Of(-log * ((DatedFlows.DayNumber(dates[i]) - first) / DatedFlows.DaysOfYear));
        return check.Result(value);
    }

    /// <summary>
    /// The modified internal rate of return: MIRR. Payments are financed at one rate and receipts reinvested at another up to the last period; the result is the rate at which
    /// what the payments are worth at first grows to what the receipts have become at last. -100 and then 60 and 60 at 10 % and 12 % return 0.127830.
    /// </summary>
    /// <param name="flows">The flows at the ends of equal periods, zeros included, with one below and one above zero: [period].</param>
    /// <param name="financeRate">Rate of one period paid on what is spent, as a fraction, not -100 %: 0.1.</param>
    /// <param name="reinvestRate">Rate of one period earned on what is received, as a fraction, not -100 %: 0.12.</param>
    /// <exception cref="InvalidInputException">There is no flow of one of the signs, a number is out of range, or the two values have one sign, which rates below -100 % can bring about.</exception>
    public static double ModifiedInternalRate(ReadOnlySpan<double> flows, double financeRate, double reinvestRate)
    {
        var check = new InputCheck("Modified internal rate of return (MIRR)");
        check.Flows(flows);
        if (check.IsClean) DatedFlows.CheckSigns(ref check, flows);
        Rate(ref check, financeRate, "financeRate");
        Rate(ref check, reinvestRate, "reinvestRate");
        check.Throw();
        double paid = 0, received = 0;
        for (int i = flows.Length - 1; i >= 0; i--) paid = paid / (1 + financeRate) + Math.Min(flows[i], 0);
        foreach (double flow in flows) received = received * (1 + reinvestRate) + Math.Max(flow, 0);
        double growth = -received / paid;
        if (!(growth >= 0)) check.Add("at these rates what is paid and what is received are worth amounts of one sign", "one must be below and one above zero", "financeRate");
        check.Throw();
        return check.Result(growth == 0 ? -1 : Growth.ExpLessOne(Randomness.Logarithm.Of(growth) / (flows.Length - 1)));
    }

    static void Rate(ref InputCheck check, double rate, string name)
    {
        check.Finite(rate, name);
        if (rate == -1) check.Add($"{name} is -100 %", "any other rate will do", name);
    }
}
