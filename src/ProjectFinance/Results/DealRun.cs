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
        /// <exception cref="InvalidInputException">The terms or the market have problems; every one at once.</exception>
        public Run Run(Market? market = null, LocalDate? asOf = null) => new Runner(DealLayout.Lay(deal, market, asOf).Model).Run();
    }
}
