using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Monitoring;

namespace ProjectFinance;

/// <summary>What really happened to a deal, up to a day: it is locked as history, and what comes after is forecast. docs/actuals.md says how.</summary>
/// <param name="Values">The single facts, in any order.</param>
public sealed record Actuals(ImmutableArray<Actual> Values)
{
    /// <summary>The day up to which history is locked, the end of a column; what is dated later is left out. The default is the last date given, or the last up to the day as of which the deal is known.</summary>
    public LocalDate? To { get; init; }

    /// <summary>
    /// Reads CSV text: a header <c>date,line,value</c> or <c>date,line,value,source</c> and lines such as <c>1997-03-31,Loan / Interest paid,"USD 388,738.87",bank statement</c>; or what a run writes as CSV, a row
    /// a line and a column a period.
    /// </summary>
    /// <param name="text">The text (RFC 4180).</param>
    /// <param name="name">The file's name, for messages and as the source of what states none.</param>
    /// <exception cref="InvalidInputException">Every line that cannot be read.</exception>
    public static Actuals Parse(TextReader text, string name) => ActualsCsv.Parse(text, name);

    /// <summary>Reads a CSV file, see <see cref="Parse"/>.</summary>
    /// <param name="path">The path of the file: "actuals.csv".</param>
    /// <param name="keepsUnreadable">
    /// Whether lines that cannot be read are kept as <see cref="Unreadable"/>, for <see cref="Deals.DealLayout.Lay"/> to tell with everything else that is wrong. The default is false: they are told now.
    /// </param>
    /// <exception cref="InvalidInputException">There is no such file, it cannot be read, or every line that cannot be read.</exception>
    public static Actuals Read(string path, bool keepsUnreadable = false) => ActualsCsv.Read(path, keepsUnreadable);

    /// <summary>What is wrong with lines that could not be read, see <see cref="Read"/>; a deal cannot be laid out with them. The default is nothing.</summary>
    public ImmutableArray<Problem> Unreadable => [.. Unread.Select(line => line.Problem)];

    /// <summary>The lines that could not be read, each with its day where that could be.</summary>
    internal ImmutableArray<UnreadLine> Unread { get; init; } = [];

    /// <summary>Whether all that was not reached is said so: nothing is taken from silence, see <see cref="HistoryMilestones"/>. The default is false.</summary>
    internal bool IsSpelledOut { get; init; }

    /// <summary>The facts as CSV text that reads back as the same: <c>date,line,value,source</c>, in the order given.</summary>
    public string ToCsv() => ActualsCsv.Write(this);
}
