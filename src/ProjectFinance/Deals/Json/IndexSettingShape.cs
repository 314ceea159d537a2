using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Json;

/// <summary>How it is written that an index makes the rate of an interest period, and what takes its place.</summary>
static class IndexSettingShape
{
    static readonly ObjectShape<IndexTenor> Tenor = new ObjectShape<IndexTenor>("indexTenor", "A reference rate of one length.", new(NodaTime.Period.Zero, ""))
        .Required("length", Leaf.Step, x => x.Length, (x, v) => x with { Length = v }, "How long: \"P1M\" for one month.")
        .Required("index", Leaf.Text, x => x.Index, (x, v) => x with { Index = v }, "The rate, as the market data name it.");

    static readonly ObjectShape<FixedInAdvance> InAdvance = new ObjectShape<FixedInAdvance>("fixedInAdvance", "Fixed once for an interest period, before it.", new())
        .Optional("tenors", Leaf.Array(Tenor), x => x.Tenors, (x, v) => x with { Tenors = v }, "The same rate for other lengths, from which a broken period takes its rate.")
        .Optional("brokenPeriods", Leaf.Word<BrokenPeriodRate>("broken period rate"), x => x.BrokenPeriods, (x, v) => x with { BrokenPeriods = v }, "Whether that is interpolated or of the next shorter length.");

    static readonly ObjectShape<SetDaily> Daily = new("setDaily", "As it stands on each day, averaged by days.", new());

    static readonly ObjectShape<OvernightTerms> Overnight = new ObjectShape<OvernightTerms>("overnight", "Overnight rates over the interest period itself, known at its end.", new())
        .Optional("method", Leaf.Word<OvernightMethod>("overnight method"), x => x.Method, (x, v) => x with { Method = v }, "Whether the rate or the balance is compounded, or the rate averaged.")
        .Optional("calendars", Leaf.Calendars, x => x.Calendars, (x, v) => x with { Calendars = v }, "The days on which the rate is published.")
        .Optional("lookbackDays", Leaf.Count, x => x.LookbackDays, (x, v) => x with { LookbackDays = v }, "How many business days before a day its rate is observed.")
        .Optional("observationShift", Leaf.Truth, x => x.ObservationShift, (x, v) => x with { ObservationShift = v }, "Whether the days for which a rate counts are moved back with it.")
        .Optional("lockoutDays", Leaf.Count, x => x.LockoutDays, (x, v) => x with { LockoutDays = v }, "For how many business days at the end the rate stays that of the day before them.")
        .Optional("paymentDelayDays", Leaf.Count, x => x.PaymentDelayDays, (x, v) => x with { PaymentDelayDays = v }, "How many business days after the end of the period interest is paid.")
        .Optional("daysInYear", Leaf.Count, x => x.DaysInYear, (x, v) => x with { DaysInYear = v }, "360 or 365.")
        .Maybe("dailyFloor", Leaf.Percentage, x => x.DailyFloor, (x, v) => x with { DailyFloor = v }, "What the rate of a day is never below; left out for none.")
        .Optional("spread", Leaf.Percentage, x => x.Spread, (x, v) => x with { Spread = v }, "What is added.")
        .Optional("spreadIsCompounded", Leaf.Truth, x => x.SpreadIsCompounded, (x, v) => x with { SpreadIsCompounded = v }, "Whether it is added to each day's rate and compounded with it.");

    /// <summary>Conventions by their name.</summary>
    public static TextShape<IndexConventions> Conventions { get; } = new("a reference rate with known conventions, such as 'Term SOFR 3M'", IndexConventions.Parse, index => index.Name);

    /// <summary>How an index makes the rate of a period.</summary>
    public static UnionShape<IndexSetting> Shape { get; } = new UnionShape<IndexSetting>("indexSetting", "How an index makes the rate of an interest period.")
        .Or("inAdvance", InAdvance)
        .Or("daily", Daily)
        .Or("overnight", new AsShape<OvernightInArrears, OvernightTerms>(() => Overnight, terms => new(terms), setting => setting.Terms));

    /// <summary>The index that takes the place of another.</summary>
    public static ObjectShape<IndexFallback> Fallback { get; } = new ObjectShape<IndexFallback>("indexFallback", "An index that takes the place of another from a date on.", new() { Index = "" })
        .Required("from", Leaf.Date, x => x.From, (x, v) => x with { From = v }, "The first day on which, when a period would be fixed, it is fixed by this index.")
        .Required("index", Leaf.Text, x => x.Index, (x, v) => x with { Index = v }, "The index, as the market data name it.")
        .Optional("spread", Leaf.Percentage, x => x.Spread, (x, v) => x with { Spread = v }, "What is added to it: \"0.26161%\" in place of three-month dollar LIBOR.")
        .Fixing();

    /// <summary>Adds the fields that say when an index is fixed. What has its default is not written.</summary>
    public static ObjectShape<T> Fixing<T>(this ObjectShape<T> shape) where T : FixingTerms => shape
        .Maybe("conventions", Conventions, x => x.Conventions, (x, v) => x with { Conventions = v }, "Known conventions of the index, which give what is left out of the next three, and the day count: \"Term SOFR 3M\".")
        .Maybe("fixingDays", Leaf.Count, x => x.FixingDays == Usual(x).FixingDays ? null : x.FixingDays, (x, v) => x with { StatedFixingDays = v }, "How many business days before a period its rate is fixed; left out for the conventions', else 2, or 0 before a reset.")
        .Maybe("fixingCalendars", Leaf.Calendars, x => x.FixingCalendars.SequenceEqual(Usual(x).FixingCalendars) ? null : x.FixingCalendars, (x, v) => x with { StatedFixingCalendars = v }, "The calendars that count the fixing days; left out for the conventions'.")
        .Maybe("setting", Shape, x => x.Setting == Usual(x).Setting ? null : x.Setting, (x, v) => x with { StatedSetting = v }, "How the index makes the rate of an interest period; left out for the conventions', else fixed in advance.");

    static T Usual<T>(T terms) where T : FixingTerms => terms with { StatedFixingDays = null, StatedFixingCalendars = null, StatedSetting = null };
}
