using ProjectFinance.Time;

namespace ProjectFinance.Operations;

/// <summary>Lays out a table by calendar as an input line.</summary>
static class CalendarTableLines
{
    /// <summary>The line of the table's amounts, each spread evenly over the days of its span.</summary>
    internal static Line Write(Model model, string name, CalendarTable table, string source)
    {
        var spans = table.Amounts.Select(entry => (Span: Spans.Parse(entry.Key), Amount: entry.Value)).ToList();
        return model.Input(name, table.Unit, t => spans.Sum(x => x.Amount * t.DaysWithin(x.Span.Start, x.Span.End) / x.Span.Days), source, kind: LineKind.Flow);
    }
}
