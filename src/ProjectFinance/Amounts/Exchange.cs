namespace ProjectFinance.Amounts;

/// <summary>Amounts of one currency in another, at the price on each column's last day.</summary>
static class Exchange
{
    /// <summary>A line in a currency: the line itself, or the line "NAME in USD", written once.</summary>
    /// <param name="line">The line.</param>
    /// <param name="currency">The currency wanted.</param>
    /// <param name="where">Where the line is asked for, for problems.</param>
    /// <exception cref="InvalidInputException">There is no rate between the two.</exception>
    internal static Line Into(Line line, Unit currency, string where)
    {
        if (line.Unit == currency || !IsKept(currency)) return line;
        var name = $"{line.Name} in {currency}";
        if (line.Model.TryFind(name) is { } known) return known;
        var rate = Rate(line.Model, line.Unit, currency, $"Line '{line.Name}'", where);
        return line.Model.Line(name, currency, t => line[t] * rate[t], line.Kind, $"at {rate.Name}");
    }

    /// <summary>Settles an obligation in a currency, if it is owed in another.</summary>
    /// <exception cref="InvalidInputException">There is no rate between the two, or it is settled in a third.</exception>
    internal static void Settle(Model model, Obligation owed, Unit currency, string where)
    {
        if (owed.Payable.Unit == currency || !IsKept(currency)) return;
        var subject = $"Obligation '{owed.Name}'";
        if (owed.Payable.Unit != owed.Due.Unit) throw InvalidInputException.Of(subject, $"it is settled in {owed.Payable.Unit}", $"an account in {currency} cannot pay it", where);
        owed.SettleIn(currency, Rate(model, owed.Due.Unit, currency, subject, where));
    }

    // That an account is kept in what is neither money nor metal is reported where it says so.
    static bool IsKept(Unit unit) => unit.IsCurrency || unit.IsMetal;

    // The price of a currency is named like the currency: "CAD" in USD/CAD.
    static Line Rate(Model model, Unit from, Unit to, string subject, string where)
    {
        if (!from.IsCurrency || !to.IsCurrency) throw InvalidInputException.Of(subject, $"it is in {from}", $"it must be in {to}", where);
        if (!model.Market.Prices.TryGetValue(from.Symbol, out var series) || series.Unit != to / from)
            throw InvalidInputException.OfMarket(subject, $"it is in {from}, and there is no rate to {to}", $"give the price '{from}' in {to / from}, in a market file or among the planning assumptions", where);
        return model.Price(from.Symbol);
    }
}
