using ProjectFinance.CashFlows;

namespace ProjectFinance.Amounts;

/// <summary>The line of the present value of another line's later flows. One line serves every amount that asks for the same.</summary>
static class PresentValueLine
{
    const double DaysOfYear = 365;

    internal static Line Write(Model model, string flows, Percentage rate, string where)
    {
        var name = $"{flows}, present value at {rate}";
        return model.TryFind(name) ?? AmountLines.Find(model, flows, where).PresentValue(
            name, t => Growth.Factor(rate.Fraction, -t.Days / DaysOfYear), source: $"flows of all later periods, discounted at {rate} a year, compounded yearly");
    }
}
