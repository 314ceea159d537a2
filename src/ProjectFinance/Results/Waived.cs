using ProjectFinance.Covenants;
using ProjectFinance.Deals;

namespace ProjectFinance.Results;

/// <summary>Whether breaches are waived in a run.</summary>
sealed class Waived(Deal deal, Run run)
{
    /// <summary>Whether a waiver that covers a breach is in force at the end of a column.</summary>
    internal bool At(string breach, Period t) => deal.Waivers.Any(waiver => waiver.Of.Contains(breach) && run[WaiverLines.InForceOf(waiver.Name), t] != 0);
}
