using ProjectFinance.Deals;

namespace ProjectFinance.Reporting;

/// <summary>
/// Writes a run as one page that needs nothing else: headline, charts, statement, schedules, covenants, checks, assumptions and formulas. Every figure opens what it is made of, down to the
/// inputs; without its script the page is complete but for that. It is well formed as XML too.
/// </summary>
public static class RunHtml
{
    /// <summary>The page as text that ends with a line feed. Same deal, run and options, same text.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="run">A run of its model.</param>
    /// <param name="options">What else is shown. The default is a statement by calendar year and no simulation.</param>
    /// <exception cref="ArgumentException">The run is of another model, the variance of another run, or there is an attribution without a variance.</exception>
    /// <exception cref="InvalidInputException">The simulation is of another deal.</exception>
    public static string Write(LaidOutDeal deal, Run run, HtmlOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(run);
        return new RunPage(deal, run, options ?? new()).Write();
    }
}
