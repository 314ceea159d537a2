namespace ProjectFinance;

/// <summary>Where something was read.</summary>
/// <param name="File">The file, as it was named to the reader: "seeds/market-1996-2001.json".</param>
/// <param name="Place">Where in it: a JSON path, "prices.gold", or "row 812". Empty for all of it.</param>
sealed record FilePlace(string File, string Place);
