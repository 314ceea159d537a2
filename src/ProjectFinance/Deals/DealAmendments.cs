using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Deals.Amending;

namespace ProjectFinance;

/// <summary>Amending deals, and reading them as they were understood on a day.</summary>
public static class DealAmendments
{
    extension(Deal deal)
    {
        /// <summary>The deal with one amendment more. The order of amendments in the list is immaterial: they apply by effective date, and by name where that is the same.</summary>
        /// <param name="amendment">What was agreed or became known.</param>
        public Deal With(Amendment amendment)
        {
            ArgumentNullException.ThrowIfNull(amendment);
            return deal with { Amendments = deal.Amendments.Add(amendment) };
        }

        /// <summary>The deal as it was understood at the end of a day: the amendments then known are applied, and none are left.</summary>
        /// <param name="day">The day. The default is null: all amendments are known.</param>
        /// <exception cref="InvalidInputException">Amendments that cannot be applied; every problem at once.</exception>
        public Deal UnderstoodOn(LocalDate? day = null)
        {
            var amended = Amended.Of(deal, day);
            return amended.Problems.Count == 0 ? amended.Deal : throw new InvalidInputException(amended.Problems);
        }
    }
}
