using ProjectFinance.CashFlows;

namespace ProjectFinance;

/// <summary>
/// Level payments over a number of periods, between a value at the beginning and one at the end. The five quantities hold together by
/// PV (1 + r)^n + PMT (1 + r type) ((1 + r)^n - 1) / r + FV = 0, or PV + PMT n + FV = 0 at rate zero; each function solves it for one of them.
/// Amounts received are positive and amounts paid negative, as in spreadsheets: a loan of 100 (present value 100) has negative payments.
/// Periods need not be whole where the rate is above -100 %; below it, negative powers of a negative number, they must be. Source: the OpenFormula standard (ODF 1.3, part 4, section 6.12).
/// Every function throws <see cref="InvalidInputException"/> with all that is wrong: an argument that is not finite, a power that does not exist, a division by zero, a result beyond 1.8E308.
/// </summary>
public static class Annuity
{
    /// <summary>The level payment: PMT. 100 lent for 10 periods at 5 % is repaid by 10 payments of -12.9504575.</summary>
    /// <param name="rate">Rate of one period as a fraction: 5 % is 0.05.</param>
    /// <param name="periods">Number of periods, not zero: 10.</param>
    /// <param name="presentValue">Amount at the beginning: 100.</param>
    /// <param name="futureValue">Amount left after the last payment. The default is 0.</param>
    /// <param name="timing">When in a period the payment falls. The default is at its end.</param>
    /// <exception cref="InvalidInputException">See <see cref="Annuity"/>; or the payments have no value, so that none will do.</exception>
    public static double Payment(double rate, double periods, double presentValue, double futureValue = 0, PaymentTiming timing = PaymentTiming.EndOfPeriod)
    {
        var check = Checked("Payment of an annuity (PMT)", rate, periods, presentValue, "pv", futureValue, "fv", timing);
        check.Throw();
        double due = timing == PaymentTiming.BeginningOfPeriod ? 1 + rate : 1, total = due * Growth.OfPayments(rate, periods);
        if (total == 0) check.Add($"nper {InputCheck.Text(periods)} payments are worth nothing at a rate of {InputCheck.Text(rate)}", "their value must not be zero", "nper");
        check.Throw();
        // The side on which the power stays small does not overflow.
        return check.Result(rate > -1 && rate * periods > 0
            ? -(presentValue + futureValue * Growth.Factor(rate, -periods)) / (due * Growth.OfPaymentsDiscounted(rate, periods))
            : -(presentValue * Growth.Factor(rate, periods) + futureValue) / total);
    }

    /// <summary>The value at the beginning: PV. Ten payments of -12.9504575 at 5 % are worth 100.</summary>
    /// <param name="rate">Rate of one period as a fraction, not -100 %: 5 % is 0.05.</param>
    /// <param name="periods">Number of periods: 10.</param>
    /// <param name="payment">Payment of each period: -12.9504575.</param>
    /// <param name="futureValue">Amount left after the last payment. The default is 0.</param>
    /// <param name="timing">When in a period the payment falls. The default is at its end.</param>
    /// <exception cref="InvalidInputException">See <see cref="Annuity"/>.</exception>
    public static double PresentValue(double rate, double periods, double payment, double futureValue = 0, PaymentTiming timing = PaymentTiming.EndOfPeriod)
    {
        var check = Checked("Present value of an annuity (PV)", rate, periods, payment, "pmt", futureValue, "fv", timing);
        if (rate == -1) check.Add("rate is -100 %", "a rate that leaves nothing cannot discount", "rate");
        check.Throw();
        double due = timing == PaymentTiming.BeginningOfPeriod ? 1 + rate : 1;
        return check.Result(-(futureValue * Growth.Factor(rate, -periods) + payment * due * Growth.OfPaymentsDiscounted(rate, periods)));
    }

    /// <summary>The value after the last period: FV. Paying 10 a year into an account at 5 % leaves 125.778925 after ten years: a payment of -10.</summary>
    /// <param name="rate">Rate of one period as a fraction: 5 % is 0.05.</param>
    /// <param name="periods">Number of periods: 10.</param>
    /// <param name="payment">Payment of each period: -10.</param>
    /// <param name="presentValue">Amount at the beginning. The default is 0.</param>
    /// <param name="timing">When in a period the payment falls. The default is at its end.</param>
    /// <exception cref="InvalidInputException">See <see cref="Annuity"/>.</exception>
    public static double FutureValue(double rate, double periods, double payment, double presentValue = 0, PaymentTiming timing = PaymentTiming.EndOfPeriod)
    {
        var check = Checked("Future value of an annuity (FV)", rate, periods, payment, "pmt", presentValue, "pv", timing);
        check.Throw();
        double due = timing == PaymentTiming.BeginningOfPeriod ? 1 + rate : 1;
        return check.Result(-(presentValue * Growth.Factor(rate, periods) + payment * due * Growth.OfPayments(rate, periods)));
    }

    /// <summary>The number of periods, whole or not, negative where the payments go the other way: NPER. At 5 %, payments of -12.9504575 repay 100 in 10 periods.</summary>
    /// <param name="rate">Rate of one period as a fraction, above -100 %: 5 % is 0.05.</param>
    /// <param name="payment">Payment of each period: -12.9504575.</param>
    /// <param name="presentValue">Amount at the beginning: 100.</param>
    /// <param name="futureValue">Amount left after the last payment. The default is 0.</param>
    /// <param name="timing">When in a period the payment falls. The default is at its end.</param>
    /// <exception cref="InvalidInputException">See <see cref="Annuity"/>; or no number of such payments gets from the one value to the other, as where they do not cover the interest.</exception>
    public static double Periods(double rate, double payment, double presentValue, double futureValue = 0, PaymentTiming timing = PaymentTiming.EndOfPeriod)
    {
        var check = new InputCheck("Number of periods of an annuity (NPER)");
        check.Above(rate, -1, "rate");
        check.Finite(payment, "pmt");
        check.Finite(presentValue, "pv");
        check.Finite(futureValue, "fv");
        check.Timing(timing);
        check.Throw();
        double change = presentValue + futureValue;
        double first = presentValue * rate + payment * (timing == PaymentTiming.BeginningOfPeriod ? 1 + rate : 1);
        double growth = -change * rate / first;
        if (first == 0) check.Add("the payments only pay the interest, so the amount never changes", "they must differ from the interest", "pmt");
        else if (rate != 0 && !(growth > -1)) check.Add("no number of such payments leads from the present to the future value", "the payments must cover the interest and go the right way", "pmt");
        check.Throw();
        return check.Result(rate == 0 ? -change / payment : Growth.Log(growth) / Growth.Log(rate));
    }

    /// <summary>The rate of one period: RATE, the only one above -100 % that there is. Repaying 100 by 10 payments of -12.9504575 costs 0.05.</summary>
    /// <param name="periods">Number of periods, above 0, whole or not: 10.</param>
    /// <param name="payment">Payment of each period: -12.9504575.</param>
    /// <param name="presentValue">Amount at the beginning: 100.</param>
    /// <param name="futureValue">Amount left after the last payment. The default is 0.</param>
    /// <param name="timing">When in a period the payment falls. The default is at its end.</param>
    /// <exception cref="InvalidInputException">See <see cref="Annuity"/>; or there is no such rate, or there are two, which the message gives; or every rate will do.</exception>
    public static double Rate(double periods, double payment, double presentValue, double futureValue = 0, PaymentTiming timing = PaymentTiming.EndOfPeriod) =>
        AnnuityRates.Find(periods, payment, presentValue, futureValue, timing, stackalloc double[2]).Only(AnnuityRates.Subject);

    /// <summary>The rate of one period: RATE with a guess, which decides where two rates are possible: the one whose growth factor is nearest to the guess's in ratio.</summary>
    /// <param name="periods">Number of periods, above 0, whole or not: 10.</param>
    /// <param name="payment">Payment of each period: -12.9504575.</param>
    /// <param name="presentValue">Amount at the beginning: 100.</param>
    /// <param name="futureValue">Amount left after the last payment: 0.</param>
    /// <param name="timing">When in a period the payment falls.</param>
    /// <param name="guess">Where the rate is expected, above -100 %; spreadsheets take 0.1 where none is given.</param>
    /// <exception cref="InvalidInputException">See <see cref="Annuity"/>; or there is no such rate.</exception>
    public static double Rate(double periods, double payment, double presentValue, double futureValue, PaymentTiming timing, double guess)
    {
        RateChoice.Check(AnnuityRates.Subject, guess, -1);
        return RateChoice.Nearest(AnnuityRates.Find(periods, payment, presentValue, futureValue, timing, stackalloc double[2]), guess, AnnuityRates.Subject);
    }

    /// <summary>Every rate of one period above -100 % that holds the annuity together: none, one or two, never more.</summary>
    /// <param name="periods">Number of periods, above 0, whole or not: 10.</param>
    /// <param name="payment">Payment of each period: -12.9504575.</param>
    /// <param name="presentValue">Amount at the beginning: 100.</param>
    /// <param name="futureValue">Amount left after the last payment. The default is 0.</param>
    /// <param name="timing">When in a period the payment falls. The default is at its end.</param>
    /// <exception cref="InvalidInputException">See <see cref="Annuity"/>.</exception>
    public static InternalRates Rates(double periods, double payment, double presentValue, double futureValue = 0, PaymentTiming timing = PaymentTiming.EndOfPeriod) =>
        AnnuityRates.Find(periods, payment, presentValue, futureValue, timing, stackalloc double[2]).ToRates();

    static InputCheck Checked(string subject, double rate, double periods, double first, string firstName, double second, string secondName, PaymentTiming timing)
    {
        var check = new InputCheck(subject);
        check.Finite(rate, "rate");
        check.Finite(periods, "nper");
        check.Finite(first, firstName);
        check.Finite(second, secondName);
        check.Timing(timing);
        check.Raisable(rate, periods, "nper");
        return check;
    }
}
