using ProjectFinance.CashFlows;

namespace ProjectFinance;

/// <summary>
/// What is in the level payment of an annuity (<see cref="Annuity.Payment"/>): interest on the amount then outstanding, and the rest, which changes that amount.
/// Signs as in <see cref="Annuity"/>: the payments on a loan of 100 are negative, and so are their parts. With payments at the beginning of periods the first one is due at once and holds no interest.
/// Every function throws <see cref="InvalidInputException"/> with all that is wrong.
/// </summary>
public static class AnnuityPayment
{
    /// <summary>
    /// The interest in one payment: IPMT. Of the third of 10 payments on 100 at 5 % it is -4.192447: interest on the balance after two payments.
    /// A period that is not whole takes the balance of the growth formula at that point, as spreadsheets do.
    /// </summary>
    /// <param name="rate">Rate of one period as a fraction, above -100 %: 5 % is 0.05.</param>
    /// <param name="period">Which payment, from 1 to <paramref name="periods"/>: 3.</param>
    /// <param name="periods">Number of periods, above 0: 10.</param>
    /// <param name="presentValue">Amount at the beginning: 100.</param>
    /// <param name="futureValue">Amount left after the last payment. The default is 0.</param>
    /// <param name="timing">When in a period the payment falls. The default is at its end.</param>
    /// <exception cref="InvalidInputException">An argument is outside the range given.</exception>
    public static double Interest(double rate, double period, double periods, double presentValue, double futureValue = 0, PaymentTiming timing = PaymentTiming.EndOfPeriod)
    {
        var check = Checked("Interest in a payment (IPMT)", rate, period, periods, presentValue, futureValue, timing);
        return check.Result(InterestOf(rate, period, periods, presentValue, futureValue, timing));
    }

    /// <summary>The principal in one payment: PPMT, the payment less <see cref="Interest"/>. Of the third of 10 payments on 100 at 5 % it is -8.758010.</summary>
    /// <param name="rate">Rate of one period as a fraction, above -100 %: 5 % is 0.05.</param>
    /// <param name="period">Which payment, from 1 to <paramref name="periods"/>: 3.</param>
    /// <param name="periods">Number of periods, above 0: 10.</param>
    /// <param name="presentValue">Amount at the beginning: 100.</param>
    /// <param name="futureValue">Amount left after the last payment. The default is 0.</param>
    /// <param name="timing">When in a period the payment falls. The default is at its end.</param>
    /// <exception cref="InvalidInputException">An argument is outside the range given.</exception>
    public static double Principal(double rate, double period, double periods, double presentValue, double futureValue = 0, PaymentTiming timing = PaymentTiming.EndOfPeriod)
    {
        var check = Checked("Principal in a payment (PPMT)", rate, period, periods, presentValue, futureValue, timing);
        bool advance = timing == PaymentTiming.BeginningOfPeriod;
        if (advance && period == 1) return Annuity.Payment(rate, periods, presentValue, futureValue, timing);
        double principal = PrincipalOf(rate, period, periods, presentValue, futureValue);
        return check.Result(advance ? principal / (1 + rate) : principal);
    }

    /// <summary>
    /// The interest in several payments of a loan together: CUMIPMT. In all 10 payments on 100 at 5 % it is -29.504575.
    /// The payments counted are the whole numbers from <paramref name="first"/> to <paramref name="last"/>, as spreadsheets count them; none gives 0.
    /// </summary>
    /// <param name="rate">Rate of one period as a fraction, above 0: 5 % is 0.05.</param>
    /// <param name="periods">Number of periods, above 0: 10.</param>
    /// <param name="presentValue">Amount of the loan, above 0: 100.</param>
    /// <param name="first">First payment counted, at least 1: 1.</param>
    /// <param name="last">Last payment counted, from <paramref name="first"/> to <paramref name="periods"/>: 10.</param>
    /// <param name="timing">When in a period the payment falls. The default is at its end.</param>
    /// <exception cref="InvalidInputException">An argument is outside the range given.</exception>
    public static double CumulativeInterest(double rate, double periods, double presentValue, double first, double last, PaymentTiming timing = PaymentTiming.EndOfPeriod)
    {
        var check = CheckedRange("Interest in several payments (CUMIPMT)", rate, periods, presentValue, first, last, timing);
        return check.Result(InterestOf(rate, periods, presentValue, Whole(first, last), timing));
    }

    /// <summary>
    /// The principal in several payments of a loan together: CUMPRINC. In the first three of 10 payments on 100 at 5 % it is -25.063448.
    /// The payments counted are those of <see cref="CumulativeInterest"/>.
    /// </summary>
    /// <param name="rate">Rate of one period as a fraction, above 0: 5 % is 0.05.</param>
    /// <param name="periods">Number of periods, above 0: 10.</param>
    /// <param name="presentValue">Amount of the loan, above 0: 100.</param>
    /// <param name="first">First payment counted, at least 1: 1.</param>
    /// <param name="last">Last payment counted, from <paramref name="first"/> to <paramref name="periods"/>: 3.</param>
    /// <param name="timing">When in a period the payment falls. The default is at its end.</param>
    /// <exception cref="InvalidInputException">An argument is outside the range given.</exception>
    public static double CumulativePrincipal(double rate, double periods, double presentValue, double first, double last, PaymentTiming timing = PaymentTiming.EndOfPeriod)
    {
        var check = CheckedRange("Principal in several payments (CUMPRINC)", rate, periods, presentValue, first, last, timing);
        return check.Result(PrincipalOf(rate, periods, presentValue, Whole(first, last), timing));
    }

    static double InterestOf(double rate, double period, double periods, double presentValue, double futureValue, PaymentTiming timing)
    {
        bool advance = timing == PaymentTiming.BeginningOfPeriod;
        if (advance && period == 1) return 0;
        double payment = Annuity.Payment(rate, periods, presentValue, futureValue);
        double interest = OnTheBalance(rate, period)
            ? -(presentValue * rate * Growth.Factor(rate, period - 1) + payment * Growth.Gain(rate, period - 1))
            : payment - PrincipalOf(rate, period, periods, presentValue, futureValue);
        return advance ? interest / (1 + rate) : interest;
    }

    /// <summary>The principal in one payment at the end of a period: what the amount changes by in all, in geometric progression.</summary>
    static double PrincipalOf(double rate, double period, double periods, double presentValue, double futureValue) =>
        -(presentValue + futureValue) * (rate > 0
            ? Growth.Factor(rate, period - 1 - periods) / Growth.OfPaymentsDiscounted(rate, periods)
            : Growth.Factor(rate, period - 1) / Growth.OfPayments(rate, periods));

    static double InterestOf(double rate, double periods, double presentValue, (double First, double Last) range, PaymentTiming timing)
    {
        bool advance = timing == PaymentTiming.BeginningOfPeriod;
        double first = advance ? Math.Max(range.First, 2) : range.First, count = range.Last - first + 1;
        if (count <= 0) return 0;
        double payment = Annuity.Payment(rate, periods, presentValue), growth = Growth.OfPayments(rate, count);
        double interest = OnTheBalance(rate, range.Last)
            ? -(presentValue * rate * Growth.Factor(rate, first - 1) * growth + payment * (Growth.Gain(rate, first - 1) * growth + Growth.OfPaymentsBeyond(rate, count)))
            : payment * count - PrincipalOf(rate, first, periods, presentValue, 0) * growth;
        return advance ? interest / (1 + rate) : interest;
    }

    static double PrincipalOf(double rate, double periods, double presentValue, (double First, double Last) range, PaymentTiming timing)
    {
        bool advance = timing == PaymentTiming.BeginningOfPeriod;
        double first = advance ? Math.Max(range.First, 2) : range.First, count = range.Last - first + 1;
        double later = count <= 0 ? 0 : PrincipalOf(rate, first, periods, presentValue, 0) * Growth.OfPayments(rate, count);
        // In advance the first payment holds no interest, and the others are those in arrears a period sooner.
        if (!advance) return later;
        double atOnce = range.First == 1 && range.Last >= 1 ? Annuity.Payment(rate, periods, presentValue, 0, timing) : 0;
        return atOnce + later / (1 + rate);
    }

    /// <summary>Which of two ways to the interest loses fewer digits: the rate on the balance for small rates, the payment less its principal for others.</summary>
    static bool OnTheBalance(double rate, double period) => Math.Abs(rate) * period < 1;

    static (double First, double Last) Whole(double first, double last) => (Math.Ceiling(first), Math.Floor(last));

    static InputCheck Checked(string subject, double rate, double period, double periods, double presentValue, double futureValue, PaymentTiming timing)
    {
        var check = new InputCheck(subject);
        check.Above(rate, -1, "rate");
        check.Above(periods, 0, "nper");
        if (!(period >= 1 && period <= periods)) check.Add($"per is {InputCheck.Text(period)}", $"it must be a payment from 1 to nper, {InputCheck.Text(periods)}", "per");
        check.Finite(presentValue, "pv");
        check.Finite(futureValue, "fv");
        check.Timing(timing);
        check.Throw();
        return check;
    }

    static InputCheck CheckedRange(string subject, double rate, double periods, double presentValue, double first, double last, PaymentTiming timing)
    {
        var check = new InputCheck(subject);
        check.Above(rate, 0, "rate");
        check.Above(periods, 0, "nper");
        check.Above(presentValue, 0, "pv");
        check.AtLeast(first, 1, "start");
        if (!(last >= first && last <= periods))
            check.Add($"end is {InputCheck.Text(last)}", $"it must be a payment from start, {InputCheck.Text(first)}, to nper, {InputCheck.Text(periods)}", "end");
        check.Timing(timing);
        check.Throw();
        return check;
    }
}
