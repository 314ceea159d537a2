using NodaTime;
using ProjectFinance.Deals;

namespace ProjectFinance.Results;

/// <summary>One of two deals that are compared, with its run.</summary>
public sealed record ComparedRun
{
    /// <summary>Takes a deal with a run of it.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="run">A run of its model.</param>
    /// <exception cref="ArgumentException">The run is of another model.</exception>
    public ComparedRun(LaidOutDeal deal, Run run) => (Headline, Deal, Run) = (Headline.Of(deal, run), deal, run);

    /// <summary>The deal as laid out.</summary>
    public LaidOutDeal Deal { get; }

    /// <summary>The run.</summary>
    public Run Run { get; }

    /// <summary>The headline of the run.</summary>
    public Headline Headline { get; }

    /// <summary>Lays a deal out and computes every line.</summary>
    /// <param name="deal">The terms.</param>
    /// <param name="market">Rates and prices; the deal's planning assumptions serve where it has none. The default is none.</param>
    /// <param name="asOf">The day at whose end rates and prices are known. The default is that all are.</param>
    /// <param name="actuals">What really happened, which is locked. The default is that nothing has yet.</param>
    /// <exception cref="InvalidInputException">The terms, the market or what happened have problems; every one at once.</exception>
    public static ComparedRun Of(Deal deal, Market? market = null, LocalDate? asOf = null, Actuals? actuals = null)
    {
        var laid = DealLayout.Lay(deal, market, asOf, actuals);
        return new(laid, new Runner(laid.Model).Run());
    }
}
