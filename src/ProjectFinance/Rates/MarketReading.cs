namespace ProjectFinance.Rates;

/// <summary>Which figures of the market a value was taken from, and where they are written.</summary>
/// <param name="Series">The price or index as the market names it: "gold".</param>
/// <param name="Figure">Which figures of it: "fixing of 1997-03-26", "averages of 1999-Q3 to 1999-Q4", "price afterwards".</param>
/// <param name="File">The file, as it was named to the reader: "seeds/market-1996-2001.json", "gold.csv".</param>
/// <param name="Place">
/// Where in it: of a CSV file the row, which is the line of the text, "row 812", or the first and the last, "rows 812 to 874"; of a JSON file the path, "prices.gold.values['1999-Q4']".
/// </param>
public sealed record MarketReading(string Series, string Figure, string File, string Place)
{
    /// <summary>By what rule the figure stands for the day asked for, or is changed: "held after 2001-12-31", "plus 0.12%". Empty where it is the day's own.</summary>
    public string Rule { get; init; } = "";

    /// <summary>All of it but the series: "fixing of 1997-03-26, plus 0.12%: gold.csv, row 812".</summary>
    public override string ToString() => $"{Figure}{(Rule.Length > 0 ? ", " : "")}{Rule}: {File}{(Place.Length > 0 ? ", " : "")}{Place}";
}
