using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>What overdue amounts of a loan bear: the rate with the default margin on top.</summary>
sealed class DefaultInterest
{
    readonly string loan;

    /// <summary>Declares "NAME / Default interest", which is written once it is known what may be overdue.</summary>
    internal DefaultInterest(Model model, string loan, Unit currency, string source)
    {
        this.loan = loan;
        Line = model.Declare($"{loan} / Default interest", currency, LineKind.Flow, source);
    }

    /// <summary>What accrues in a column.</summary>
    internal Line Line { get; }

    /// <summary>Writes it.</summary>
    /// <param name="margin">The default margin.</param>
    /// <param name="rate">The loan's yearly rate.</param>
    /// <param name="yearFraction">The year fraction of a column.</param>
    /// <param name="overdue">What is overdue as a column begins and bears no interest otherwise.</param>
    /// <param name="inDefault">What bears interest already, and the margin on top.</param>
    internal void Complete(Percentage margin, Line rate, Func<Period, double> yearFraction, Func<Period, Formula> overdue, Func<Period, Formula> inDefault)
    {
        var agreed = Line.Model.Parameter($"{loan} / Default margin", margin.Fraction * Unit.None, Line.Source);
        Line.Is(t => yearFraction(t) is var years && years == 0 ? 0 : (overdue(t) * (rate[t] + agreed) + inDefault(t) * agreed) * years);
    }
}
