using NodaTime;
using ProjectFinance.Deals;

namespace ProjectFinance.Results;

/// <summary>Runs deals.</summary>
public static class DealRun
{
    extension(Deal deal)
    {
        /// <summary>Lays the deal out and computes every line.</summary>
        /// <param name="market">Rates and prices; the deal's planning assumptions serve where it has none. The default is none.</param>
        /// <param name="asOf">The day at whose end rates, prices and amendments are known. The default is that all are.</param>
        /// <param name="actuals">What really happened, which is locked. The default is that nothing has yet.</param>
        /// <exception cref="InvalidInputException">The terms, the market or what happened have problems; every one at once.</exception>
        public Run Run(Market? market = null, LocalDate? asOf = null, Actuals? actuals = null) => new Runner(DealLayout.Lay(deal, market, asOf, actuals).Model).Run();
    }
}
