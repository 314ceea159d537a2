using NodaTime;

namespace ProjectFinance.Tests.Oracle;

/// <summary>Instalment weights of the level-payment profile.</summary>
static class OracleWeights
{
    /// <summary>
    /// The principal parts of a loan of 1 repaid by the same payment on every date, found by bisection on that payment. Interest at the planning
    /// rate runs to the first instalment date from the interest date before it, which the caller names, and then from date to date.
    /// </summary>
    public static decimal[] LevelPayment(LocalDate interestFrom, LocalDate[] instalmentDates, decimal planningRate, OracleDayCount dayCount)
    {
        var tooLittle = 0m;
        var enough = 2m * (1m + planningRate * dayCount.Fraction(interestFrom, instalmentDates[^1]));
        for (var i = 0; i < 100; i++)
        {
            var payment = (tooLittle + enough) / 2m;
            if (1m - Principal(payment).Sum() > 0m)
            {
                tooLittle = payment;
            }
            else
            {
                enough = payment;
            }
        }

        return Principal(enough);

        decimal[] Principal(decimal payment)
        {
            var balance = 1m;
            var from = interestFrom;
            var parts = new decimal[instalmentDates.Length];
            for (var j = 0; j < parts.Length; j++)
            {
                parts[j] = payment - balance * planningRate * dayCount.Fraction(from, instalmentDates[j]);
                balance -= parts[j];
                from = instalmentDates[j];
            }

            return parts;
        }
    }
}
