using NodaTime;
using ProjectFinance.CashFlows;

namespace ProjectFinance;

/// <summary>
/// The rate above -100 % at which flows are worth nothing together. Flows whose sign changes once, as of a loan or a plain investment, have exactly one. With more changes there may be none, one or several:
/// <c>Of</c> without a guess gives the only one there is or says why there is not one, <c>Of</c> with a guess chooses as spreadsheets do, <c>All</c> lists them. None ever gives a number at which the flows are worth something.
/// The order of time decides, not that of the list, and flows at one time are added up. Functions that give one rate allocate nothing.
/// </summary>
/// <remarks>
/// How many rates can exist follows from the signs of the flows and of their running totals (Descartes, Laguerre), and every one is found by dividing the line until each part is settled by a bound,
/// rounding counted. What cannot be settled in the digits of a number are rates that touch zero without crossing it, or two that lie close together: they are given once. docs/cash-flows.md has the method.
/// </remarks>
public static class InternalRateOfReturn
{
    const string Irr = "Internal rate of return (IRR)", Xirr = "Internal rate of return of dated flows (XIRR)";

    /// <summary>The only rate of one period: IRR. -100 and then 60 and 60 return 0.130662.</summary>
    /// <param name="flows">The flow of each period, zeros included: [period].</param>
    /// <exception cref="InvalidInputException">There is no flow or one that is not finite, the flows have no rate or several, which the message gives, or one that no number shows.</exception>
    public static double Of(ReadOnlySpan<double> flows)
    {
        Check(Irr, flows);
        using var buffers = FlowBuffers.Periodic(Irr, flows);
        return buffers.Roots(buffers.Series, 1).Only(Irr);
    }

    /// <summary>The rate of one period that a guess means: IRR with its second argument. Newton's steps from it decide; where they end at no rate, the one whose growth factor is nearest to the guess's in ratio.</summary>
    /// <param name="flows">The flow of each period, zeros included: [period].</param>
    /// <param name="guess">Where the rate is expected, as a fraction and not -100 %; spreadsheets take 0.1 where none is given. A guess below -100 % asks for a rate below it, which has a meaning as a root only.</param>
    /// <exception cref="InvalidInputException">There is no flow or one that is not finite, the guess is -100 %, or the flows have no rate on the guess's side of -100 %.</exception>
    public static double Of(ReadOnlySpan<double> flows, double guess)
    {
        var check = new InputCheck(Irr);
        check.Flows(flows);
        check.Finite(guess, "guess");
        if (guess == -1) check.Add("guess is -100 %", "it must lie above, or below for a root below -100 %", "guess");
        check.Throw();
        using var buffers = FlowBuffers.Periodic(Irr, flows);
        if (guess < -1) buffers.Mirror();
        var series = buffers.Series;
        // 1 + rate with its sign turned round is the growth of the mirrored flows.
        return guess < -1
            ? -2 - RateChoice.Of(buffers.Roots(series, 1), series, -2 - guess, 1, Irr)
            : RateChoice.Of(buffers.Roots(series, 1), series, guess, 1, Irr);
    }

    /// <summary>The only rate of a year of 365 days: XIRR. -100 on 2026-01-01 and 110 on 2027-01-01 return 0.1.</summary>
    /// <param name="flows">The flows: [flow].</param>
    /// <param name="dates">The date of each flow, in any order but none before the first: [flow].</param>
    /// <exception cref="InvalidInputException">There is no flow or one that is not finite, flows and dates are not as many, a date lies before the first, the flows have no rate or several, which the message gives, or one that no number shows.</exception>
    public static double Of(ReadOnlySpan<double> flows, ReadOnlySpan<LocalDate> dates)
    {
        Check(flows, dates);
        using var buffers = FlowBuffers.Dated(Xirr, flows, dates);
        return buffers.Roots(buffers.Series, DatedFlows.DaysOfYear).Only(Xirr);
    }

    /// <summary>The rate of a year of 365 days that a guess means: XIRR with its third argument. Chosen as that of equal periods is.</summary>
    /// <param name="flows">The flows: [flow].</param>
    /// <param name="dates">The date of each flow, in any order but none before the first: [flow].</param>
    /// <param name="guess">Where the rate is expected, as a fraction above -100 %; spreadsheets take 0.1 where none is given.</param>
    /// <exception cref="InvalidInputException">As without a guess, but several rates are none; or the guess is not above -100 %.</exception>
    public static double Of(ReadOnlySpan<double> flows, ReadOnlySpan<LocalDate> dates, double guess)
    {
        var check = new InputCheck(Xirr);
        check.Flows(flows);
        DatedFlows.Check(ref check, flows, dates);
        check.Above(guess, -1, "guess");
        check.Throw();
        using var buffers = FlowBuffers.Dated(Xirr, flows, dates);
        var series = buffers.Series;
        return RateChoice.Of(buffers.Roots(series, DatedFlows.DaysOfYear), series, guess, DatedFlows.DaysOfYear, Xirr);
    }

    /// <summary>Every rate of one period above -100 %. -100, 230 and -132 have two: 0.1 and 0.2.</summary>
    /// <param name="flows">The flow of each period, zeros included: [period].</param>
    /// <exception cref="InvalidInputException">There is no flow or one that is not finite.</exception>
    public static InternalRates All(ReadOnlySpan<double> flows)
    {
        Check(Irr, flows);
        using var buffers = FlowBuffers.Periodic(Irr, flows);
        return buffers.Roots(buffers.Series, 1).ToRates();
    }

    /// <summary>Every rate of a year of 365 days above -100 %.</summary>
    /// <param name="flows">The flows: [flow].</param>
    /// <param name="dates">The date of each flow, in any order but none before the first: [flow].</param>
    /// <exception cref="InvalidInputException">There is no flow or one that is not finite, flows and dates are not as many, or a date lies before the first.</exception>
    public static InternalRates All(ReadOnlySpan<double> flows, ReadOnlySpan<LocalDate> dates)
    {
        Check(flows, dates);
        using var buffers = FlowBuffers.Dated(Xirr, flows, dates);
        return buffers.Roots(buffers.Series, DatedFlows.DaysOfYear).ToRates();
    }

    static void Check(string subject, ReadOnlySpan<double> flows)
    {
        var check = new InputCheck(subject);
        check.Flows(flows);
        check.Throw();
    }

    static void Check(ReadOnlySpan<double> flows, ReadOnlySpan<LocalDate> dates)
    {
        var check = new InputCheck(Xirr);
        check.Flows(flows);
        DatedFlows.Check(ref check, flows, dates);
        check.Throw();
    }
}
