using System.Collections.Immutable;
using ProjectFinance.Covenants;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Json;

/// <summary>How covenants and what follows from their breach are written.</summary>
static class CovenantShape
{
    /// <summary>Dates; a single one is just the date.</summary>
    internal static Shape<Schedule> Dates { get; } = new ShorthandShape<Schedule>(ScheduleShape.Shape,
        new AsShape<Schedule, NodaTime.LocalDate>(() => Leaf.Date, date => new OnDates([date]), schedule => ((OnDates)schedule).Dates[0]), schedule => schedule is OnDates { Dates.Length: 1 });

    public static ObjectShape<FinancialCovenant> Covenant { get; } = new ObjectShape<FinancialCovenant>("covenant", "A figure the borrower keeps above or below a limit on stated dates.",
            new() { Name = "", Value = null!, TestDates = null! })
        .Called("Covenant")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What is tested, which names its lines: \"Current ratio\".")
        .Optional("unit", Leaf.Unit, x => x.Unit, (x, v) => x with { Unit = v }, "What the figure is counted in; \"number\" for a ratio.")
        .Required("value", AmountShape.Shape, x => x.Value, (x, v) => x with { Value = v }, "The figure.")
        .Maybe("atLeast", AmountShape.Shape, x => x.AtLeast, (x, v) => x with { AtLeast = v }, "What the figure may not fall below.")
        .Maybe("atMost", AmountShape.Shape, x => x.AtMost, (x, v) => x with { AtMost = v }, "What the figure may not exceed.")
        .Required("testDates", Dates, x => x.TestDates, (x, v) => x with { TestDates = v }, "The dates on which it is tested.")
        .Maybe("from", Leaf.Date, x => x.From, (x, v) => x with { From = v }, "The day before which nothing is tested.")
        .Maybe("cureDays", Leaf.Count, x => x.CureDays, (x, v) => x with { CureDays = v }, "How many days a breach may last before it is an event of default; left out, what 'defaults' says for all.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "The clause.");

    public static MapShape<NodaTime.LocalDate, NodaTime.LocalDate?> Done { get; } = Leaf.ByDate(new OrNoValue<NodaTime.LocalDate>(Leaf.Date));

    public static ObjectShape<Undertaking> Undertaking { get; } = new ObjectShape<Undertaking>("undertaking", "Something the borrower has undertaken to report, to do, or not to do.", new() { Name = "" })
        .Called("Undertaking")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What is undertaken: \"Quarterly operating report\".")
        .Optional("kind", Leaf.Word<UndertakingKind>("kind of undertaking"), x => x.Kind, (x, v) => x with { Kind = v }, "Whether it is a report, something to do, or something not to do.")
        .Maybe("due", Dates, x => x.Due, (x, v) => x with { Due = v }, "When it is due; for something not to do, the days on which that is tested, left out for always.")
        .Optional("graceDays", Leaf.Count, x => x.GraceDays, (x, v) => x with { GraceDays = v }, "How many days after it is due it may still be done.")
        .Optional("done", Done, x => x.Done, (x, v) => x with { Done = v }, "What is known: for a due date the day on which it was done, or null where it never was. Due dates left out are taken as kept.")
        .Maybe("met", TestShape.Shape, x => x.Met, (x, v) => x with { Met = v }, "When the model shows whether it is done; for something not to do, what must hold.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "The clause.");

    static readonly ObjectShape<Acceleration> Accelerating = new ObjectShape<Acceleration>("acceleration", "When a default that continues makes all principal fall due; the earlier where both are given.", new())
        .Maybe("afterDays", Leaf.Count, x => x.AfterDays, (x, v) => x with { AfterDays = v }, "After how many days of a continuing default.")
        .Maybe("on", Leaf.Date, x => x.On, (x, v) => x with { On = v }, "The day of the lender's notice, which counts if a default continues at its end.");

    public static ObjectShape<DefaultTerms> Defaults { get; } = new ObjectShape<DefaultTerms>("defaults", "Which breaches are events of default, how long they may be cured, and what follows.", new())
        .Optional("events", Leaf.Texts, x => x.Events, (x, v) => x with { Events = v }, "The breaches that are events of default: \"Breaches / Current ratio\"; none named: every one.")
        .Optional("cureDays", Leaf.Count, x => x.CureDays, (x, v) => x with { CureDays = v }, "How many days a breach may last before it is an event of default.")
        .Optional("cureDaysOf", Leaf.ByName(Leaf.Count), x => x.CureDaysOf, (x, v) => x with { CureDaysOf = v }, "The same for single breaches, by name.")
        .Optional("drawStop", Leaf.Truth, x => x.DrawStop, (x, v) => x with { DrawStop = v }, "Whether nothing may be drawn while a default continues.")
        .Optional("lockUp", Leaf.Truth, x => x.LockUp, (x, v) => x with { LockUp = v }, "Whether nothing is distributed while a default continues.")
        .Optional("defaultMargin", Leaf.Truth, x => x.DefaultMargin, (x, v) => x with { DefaultMargin = v }, "Whether each loan's default margin is charged on its whole balance while a default continues.")
        .Maybe("acceleration", Accelerating, x => x.Acceleration, (x, v) => x with { Acceleration = v }, "When a default that continues makes all principal fall due; left out for never.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });
}
