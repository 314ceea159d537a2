using System.Text.Json;
using ProjectFinance.Deals;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Reporting;

/// <summary>Writes what happened against the plan into a run's JSON.</summary>
static class VarianceJson
{
    internal static void Fields(Utf8JsonWriter json, LaidOutDeal deal, Variance variance, Attribution? attribution)
    {
        json.WriteStartObject("actuals");
        json.WriteString("to", variance.To.Iso());
        json.WriteNumber("leftOut", deal.History!.LeftOut);
        RunJson.Array(json, "notReached", deal.History.Postponed, (to, milestone) =>
        {
            to.WriteString("milestone", milestone.Milestone);
            to.WriteString("expected", milestone.Expected.Iso());
            to.WriteString("earliest", milestone.Earliest.Iso());
        });
        RunJson.Array(json, "lines", variance.Lines, (to, line) =>
        {
            to.WriteString("name", line.Name);
            to.WriteString("unit", line.Unit.ToString());
            to.WriteBoolean("isInput", line.IsInput);
            to.WriteStartObject("toDate");
            Cell(to, line.ToDate);
            to.WriteEndObject();
            RunJson.Array(to, "columns", line.Columns, Cell);
        });
        if (attribution is not null) ComparisonJson.Attributed(json, attribution);
        json.WriteEndObject();
    }

    static void Cell(Utf8JsonWriter json, CellVariance cell)
    {
        json.WriteString("on", cell.On.Iso());
        foreach (var (name, value) in (ReadOnlySpan<(string, double?)>)[("plan", cell.Plan), ("actual", cell.Actual), ("difference", cell.Difference), ("formula", cell.Formula), ("fromInputs", cell.FromInputs), ("unexplained", cell.Unexplained)])
        {
            json.WritePropertyName(name);
            RunJson.Number(json, value);
        }
        json.WriteString("source", cell.Source);
    }
}
