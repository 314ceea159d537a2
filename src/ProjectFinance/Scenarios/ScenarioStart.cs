using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Scenarios.Validation;
using ProjectFinance.Time;

namespace ProjectFinance.Scenarios;

/// <summary>Where scenarios of a deal begin.</summary>
public static class ScenarioStart
{
    extension(LaidOutDeal deal)
    {
        /// <summary>The terms as they hold for the deal: they begin at the end of its history, or on the later day they state; without history they stay as they are.</summary>
        /// <param name="terms">What varies, and how.</param>
        /// <exception cref="InvalidInputException">A factor states where its path begins, and that is for a day of history before its end.</exception>
        public ScenarioTerms AfterHistory(ScenarioTerms terms)
        {
            ArgumentNullException.ThrowIfNull(deal);
            ArgumentNullException.ThrowIfNull(terms);
            if (deal.History is not { } history || terms.From >= history.To) return terms;
            var wrong = terms.Factors.Index().Where(factor => StatesStart(factor.Item.Process)).Select(factor => Wrong(factor.Item, factor.Index, terms.From ?? deal.Model.Timeline.Start, history.To)).ToList();
            return wrong.Count == 0 ? terms with { From = history.To } : throw new InvalidInputException(wrong);
        }
    }

    static bool StatesStart(Process process) => process is GeometricBrownian { Start: not null } or MeanRevertingPrice { Start: not null } or Vasicek { Start: not null };

    static Problem Wrong(ScenarioFactor factor, int place, LocalDate from, LocalDate to) => new(ScenarioValidation.Named(factor), $"it states where its path begins, for {from.Iso()}, and history is locked up to {to.Iso()}",
        $"state 'from' as {to.Iso()} and where the path begins on that day, or leave the start out, for what the market has", $"factors[{place}].process");
}
