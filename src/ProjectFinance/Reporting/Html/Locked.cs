using ProjectFinance.Modelling;

namespace ProjectFinance.Reporting;

/// <summary>How figures are marked in which something happened and was not computed.</summary>
static class Locked
{
    const string Class = "actual";

    /// <summary>The class of a figure's cell: of one in which any column of a line is locked.</summary>
    internal static string? Kind(Line line, int first, int last)
    {
        for (int t = first; t <= last; t++)
            if (line.Actual(line.Model.Periods[t]) is not null) return Class;
        return null;
    }

    /// <summary>What the marks mean, where anything is locked.</summary>
    internal static void Legend(HtmlWriter to, RunPage page)
    {
        if (page.Deal.History is not { } history) return;
        to.Open("p", ("class", "note")).Text($"A: a period of history, to {history.To.Iso()}; A+F: partly forecast. ").Element("span", "Framed", ("class", Class));
        to.Text(": what happened stands in place of what the formula gives.").Close();
    }
}
