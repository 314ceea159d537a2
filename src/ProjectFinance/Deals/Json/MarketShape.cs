using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Json;

/// <summary>How market data are written.</summary>
static class MarketShape
{
    static readonly ObjectShape<IndexDifference> Difference = new ObjectShape<IndexDifference>("indexDifference", "One reference rate less another.", new("", ""))
        .Required("of", Leaf.Text, x => x.Of, (x, v) => x with { Of = v }, "The rate from which the other is taken: \"USD LIBOR 3M\".")
        .Required("less", Leaf.Text, x => x.Less, (x, v) => x with { Less = v }, "The rate that is taken from it: \"gold forward rate 3M\".");

    static readonly ObjectShape<Publication> Published = new ObjectShape<Publication>("publication", "When a fixing becomes known.", new())
        .Optional("businessDays", Leaf.Count, x => x.BusinessDays, (x, v) => x with { BusinessDays = v }, "How many business days after the day of the fixing.")
        .Optional("calendars", Leaf.Calendars, x => x.Calendars, (x, v) => x with { Calendars = v }, "The calendars that count them.")
        .Optional("time", Leaf.Time, x => x.Time, (x, v) => x with { Time = v }, "The time of day: \"08:00\".")
        .Optional("zone", Leaf.Text, x => x.Zone, (x, v) => x with { Zone = v }, "Where that time is read off the clock: \"America/New_York\".");

    static readonly ObjectShape<IndexSeries> Index = new ObjectShape<IndexSeries>("index", "The fixings of a reference rate and a forward curve.", new())
        .Optional("fixings", new FixingsShape<Percentage>(Leaf.Percentage, FixingsCsv.Rates), x => new(x.Fixings), (x, v) => x with { Fixings = v.Values, Origin = new() { Fixings = v.Rows } }, "Rates by fixing date, or the CSV file that has them.")
        .Optional("forward", Leaf.ByDate(Leaf.Percentage), x => x.Forward, (x, v) => x with { Forward = v }, "Expected rates for fixing dates from a date until the next one in the table.")
        .Optional("plus", Leaf.Percentage, x => x.Plus, (x, v) => x with { Plus = v }, "What is added to every fixing.")
        .Maybe("difference", Difference, x => x.Difference, (x, v) => x with { Difference = v }, "Two other rates whose difference it is where it has none of its own.")
        .Maybe("conventions", IndexSettingShape.Conventions, x => x.Conventions, (x, v) => x with { Conventions = v }, "Known conventions, which say when fixings are published and whether they are held: \"SOFR\".")
        .Maybe("publication", Published, x => x.StatedPublication, (x, v) => x with { StatedPublication = v }, "When fixings become known; left out for what the conventions say, else on their own day.")
        .Maybe("held", Leaf.Truth, x => x.StatedHeld, (x, v) => x with { StatedHeld = v }, "Whether fixings are days of change, each of which holds until the next.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Who publishes the fixings and what is assumed.");

    static readonly ObjectShape<PriceSeries> Price = new ObjectShape<PriceSeries>("price", "Prices of one thing: averages by calendar span, fixings by day, or both.", new() { Unit = null! })
        .Required("unit", Leaf.Unit, x => x.Unit, (x, v) => x with { Unit = v }, "The unit: \"USD/oz\".")
        .Optional("values", Leaf.ByName(Leaf.Number), x => x.Values, (x, v) => x with { Values = v }, "Average prices by span, which do not overlap: \"1996-Q3\".")
        .Optional("fixings", new FixingsShape<double>(Leaf.Number, FixingsCsv.Prices), x => new(x.Fixings), (x, v) => x with { Fixings = v.Values, Origin = new() { Fixings = v.Rows } }, "Prices by day, or the CSV file that has them.")
        .Maybe("afterwards", Leaf.Number, x => x.Afterwards, (x, v) => x with { Afterwards = v }, "The price after the last span; left out for none.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Who publishes the prices and what is assumed.");

    public static ObjectShape<Market> Shape { get; } = new ObjectShape<Market>("market", "Fixings, forward curves and average prices.", new() { Name = "" })
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What the data are called.")
        .Optional("about", Leaf.Text, x => x.About, (x, v) => x with { About = v }, "A sentence or two for readers.")
        .Optional("indices", Leaf.ByName(new PlacedShape<IndexSeries>(Index, (x, place) => x with { Origin = (x.Origin ?? new()) with { Written = place } }), "Index"), x => x.Indices, (x, v) => x with { Indices = v }, "Reference rates by name: \"USD LIBOR 3M\".")
        .Optional("prices", Leaf.ByName(new PlacedShape<PriceSeries>(Price, (x, place) => x with { Origin = (x.Origin ?? new()) with { Written = place } }), "Price"), x => x.Prices, (x, v) => x with { Prices = v }, "Prices by name: \"gold\".");
}
