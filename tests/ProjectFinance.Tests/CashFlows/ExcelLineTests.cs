using static ProjectFinance.Tests.CashFlows.ExcelLines;

namespace ProjectFinance.Tests.CashFlows;

/// <summary>
/// Every line of Excel's results within 1e-6 of the value. Excel's lines carry 12 or 13 digits, and its searches end within 1e-8 (XIRR, RATE) or 1e-7 of a percent (IRR) of the root, so a root of zero
/// comes out of Excel as some 1e-9: a result that small is compared at <see cref="SearchEnd"/>. Any other exception stands in <see cref="Exceptions"/> with its reason.
/// </summary>
public sealed class ExcelLineTests
{
    // What is left of zero when Excel ends a search; values of the other functions have at most rounding there.
    const double SearchEnd = 1e-8, RoundingOfZero = 1e-11;

    /// <summary>Lines, as written, whose value is not Excel's, and why.</summary>
    static readonly Dictionary<string, string> Exceptions = [];

    [ExcelFact("pmt")]
    public void Pmt() => Check("pmt", v => Annuity.Payment(Number(v[0]), Number(v[1]), Number(v[2]), Number(v[3]), Timing(v[4])));

    [ExcelFact("pv")]
    public void Pv() => Check("pv", v => Annuity.PresentValue(Number(v[0]), Number(v[1]), Number(v[2]), Number(v[3]), Timing(v[4])));

    [ExcelFact("fv")]
    public void Fv() => Check("fv", v => Annuity.FutureValue(Number(v[0]), Number(v[1]), Number(v[2]), Number(v[3]), Timing(v[4])));

    [ExcelFact("nper")]
    public void Nper() => Check("nper", v => Annuity.Periods(Number(v[0]), Number(v[1]), Number(v[2]), Number(v[3]), Timing(v[4])));

    [ExcelFact("ipmt")]
    public void Ipmt() => Check("ipmt", v => AnnuityPayment.Interest(Number(v[0]), Number(v[1]), Number(v[2]), Number(v[3]), Number(v[4]), Timing(v[5])));

    [ExcelFact("ppmt")]
    public void Ppmt() => Check("ppmt", v => AnnuityPayment.Principal(Number(v[0]), Number(v[1]), Number(v[2]), Number(v[3]), Number(v[4]), Timing(v[5])));

    [ExcelFact("cumipmt")]
    public void Cumipmt() => Check("cumipmt", v => AnnuityPayment.CumulativeInterest(Number(v[0]), Number(v[1]), Number(v[2]), Number(v[3]), Number(v[4]), Timing(v[5])));

    [ExcelFact("cumprinc")]
    public void Cumprinc() => Check("cumprinc", v => AnnuityPayment.CumulativePrincipal(Number(v[0]), Number(v[1]), Number(v[2]), Number(v[3]), Number(v[4]), Timing(v[5])));

    [ExcelFact("effect")]
    public void Effect() => Check("effect", v => AnnualRate.Effective(Number(v[0]), Number(v[1])));

    [ExcelFact("nominal")]
    public void Nominal() => Check("nominal", v => AnnualRate.Nominal(Number(v[0]), Number(v[1])));

    [ExcelFact("npv")]
    public void Npv() => Check("npv", v => DiscountedCashFlow.NetPresentValue(Number(v[0]), Numbers(v[1])));

    [ExcelFact("xnpv")]
    public void Xnpv() => Check("xnpv", v => DiscountedCashFlow.NetPresentValue(Number(v[0]), Numbers(v[1]), Dates(v[2])));

    [ExcelFact("mirr")]
    public void Mirr() => Check("mirr", v => DiscountedCashFlow.ModifiedInternalRate(Numbers(v[0]), Number(v[1]), Number(v[2])));

    [ExcelFact("rate")]
    public void Rate() => Check("rate", v => Annuity.Rate(Number(v[0]), Number(v[1]), Number(v[2]), Number(v[3]), Timing(v[4]), Number(v[5])), SearchEnd);

    [ExcelFact("irr")]
    public void Irr() => Check("irr", v => InternalRateOfReturn.Of(Numbers(v[0]), Number(v[1])), SearchEnd);

    [ExcelFact("xirr")]
    public void Xirr() => Check("xirr", v => InternalRateOfReturn.Of(Numbers(v[0]), Dates(v[1]), Number(v[2])), SearchEnd);

    static void Check(string function, Func<string[], double> computed, double ofZero = RoundingOfZero)
    {
        List<string> wrong = [];
        int count = 0;
        foreach (var (line, fields) in Of(function))
        {
            count++;
            if (Exceptions.ContainsKey(function + ": " + line)) continue;
            double expected = Number(fields[^1]);
            if (Result(() => computed(fields), out double value) is { } refusal) wrong.Add($"{line}: {refusal}");
            else if (Math.Abs(value - expected) > 1e-6 * Math.Abs(expected) + (Math.Abs(expected) <= ofZero ? ofZero : 0)) wrong.Add(FormattableString.Invariant($"{line}: {value:R}"));
        }
        Assert.True(count > 0, $"{function}.test holds no line");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {count} lines of {function} differ:\n{string.Join('\n', wrong.Take(20))}");
    }

    static string? Result(Func<double> computed, out double value)
    {
        value = double.NaN;
        try
        {
            value = computed();
            return null;
        }
        catch (InvalidInputException refused)
        {
            return refused.Message;
        }
    }
}
