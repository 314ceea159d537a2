using NodaTime;

namespace ProjectFinance;

/// <summary>One thing that really happened: a flow, a balance, a condition, a fixing or the date of a milestone.</summary>
/// <param name="Date">The day: of a flow any day of a column, of a balance, a level or a condition the end of a column, of an opening balance the end of the column it opens, of a fixing its own.</param>
/// <param name="Line">The line as a run names it, "Loan / Interest paid"; a series of the market, "Prices / gold", "Indices / USD LIBOR 3M"; or the date of a milestone, "Milestones / Completion date".</param>
/// <param name="Value">
/// As people write it: "4900000", "USD 4,900,000.00", "5.6875%" or 0.056875 for a rate, "yes" or "no", for a milestone a date, "1997-07-29".
/// </param>
/// <param name="Source">Where it is known from: "bank statement 1997-03". The default is empty.</param>
public sealed record Actual(LocalDate Date, string Line, string Value, string Source = "")
{
    /// <summary>A number that happened, in the line's unit.</summary>
    /// <inheritdoc cref="Actual(LocalDate, string, string, string)"/>
    public Actual(LocalDate date, string line, double value, string source = "") : this(date, line, ExactNumber.Of(value), source) { }

    /// <summary>The line's unit as stated apart from the value, in a run's own CSV: "USD", "number". Null where none is. The default is null.</summary>
    public string? Unit { get; init; }

    /// <summary>Where it is written, for messages: "actuals.csv, line 3". The default is empty.</summary>
    public string Where { get; init; } = "";

    /// <summary>The source, and where the fact is written where the source does not say: "bank statement, actuals.csv, line 3".</summary>
    internal string Cited => Where.Length == 0 || Where == Source ? Source : Source.Length == 0 ? Where : $"{Source}, {Where}";
}
