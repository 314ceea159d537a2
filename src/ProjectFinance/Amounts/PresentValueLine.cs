namespace ProjectFinance.Amounts;

/// <summary>The line of the present value of another line's later flows. One line serves every amount that asks for the same.</summary>
static class PresentValueLine
{
    const double DaysOfYear = 365;

    internal static Line Write(Model model, string flows, Percentage rate, string where)
    {
        var name = $"{flows}, present value at {rate}";
        return model.TryFind(name) ?? Add(model, name, AmountLines.Find(model, flows, where), rate);
    }

    static Line Add(Model model, string name, Line flows, Percentage rate)
    {
        var value = model.Declare(name, flows.Unit, LineKind.Level, $"flows of all later periods, discounted at {rate} a year, compounded yearly");
        value.Is(t =>
        {
            if (t.Index == model.Periods.Count - 1) return 0;
            var next = model.Periods[t.Index + 1];
            return (value[next] + flows[next]) * Math.Pow(1 + rate, -next.Days / DaysOfYear);
        });
        return value;
    }
}
