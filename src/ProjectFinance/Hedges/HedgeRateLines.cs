namespace ProjectFinance.Hedges;

/// <summary>Lays out a yearly rate of a forward curve.</summary>
static class HedgeRateLines
{
    /// <summary>The rate at each column's end: a parameter, or an index with what is added to it as a parameter.</summary>
    /// <exception cref="InvalidInputException">The market has no index of that name.</exception>
    internal static Func<Period, Formula> Write(Model model, string name, HedgeRate terms, string source)
    {
        if (terms.Index is null)
        {
            var stated = model.Parameter(name, terms.Rate.Fraction * Unit.None, source);
            return _ => stated;
        }
        var index = model.Index(terms.Index);
        var plus = model.Parameter($"{name}, over the index", terms.Rate.Fraction * Unit.None, source);
        var rate = model.Line(name, Unit.None, t => index[t] + plus, LineKind.Level, source);
        return t => rate[t];
    }
}
