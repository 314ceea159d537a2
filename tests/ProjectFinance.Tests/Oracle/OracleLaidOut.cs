using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Oracle;

/// <summary>An oracle's case laid out by the library, with its run: what reports are made of.</summary>
static class OracleLaidOut
{
    public static (LaidOutDeal Deal, Run Run) Of(OracleCase oracle)
    {
        var deal = DealLayout.Lay(OracleDeal.Terms(oracle), OracleDeal.Market(oracle));
        var (mechanical, completion) = (deal.Model.FindMilestone("Mechanical Completion"), deal.Model.FindMilestone("Completion"));
        return (deal, new Runner(deal.Model).Run(new Dictionary<InputCell, double>
        {
            [mechanical.Date!.Input] = mechanical.DayNumber(oracle.MechanicalCompletion),
            [completion.Date!.Input] = completion.DayNumber(oracle.Completion),
        }));
    }
}
