using NodaTime;
using static ProjectFinance.Tests.Oracle.OracleNames;

namespace ProjectFinance.Tests.Oracle;

/// <summary>
/// The deal of docs/facilities.md a second time: literal, day by day, in decimal, sharing nothing with the library. The library's lines are
/// compared with these; where they differ, one of the two misreads the document.
/// </summary>
static class Oracle
{
    public static OracleResult Run(OracleCase deal)
    {
        var timeline = new OracleTimeline(deal.Closing, deal.ColumnEnds);
        Check(deal, timeline);

        var sheet = new OracleSheet(timeline.Columns);
        // What newly falls due, by obligation: not a line of the document, which gives its charges in words.
        var charges = new OracleSheet(timeline.Columns);

        var project = new OracleProject(deal, timeline, sheet);
        project.Write();
        var rates = new OracleRates(deal, timeline, sheet);
        rates.Write();
        var loan = new OracleLoan(deal, timeline, rates, sheet, charges);
        var account = new OracleAccount(deal, timeline, project, loan, sheet, charges);

        for (var t = 0; t < timeline.Columns; t++)
        {
            charges[Royalty, t] = sheet[Royalty, t];
            charges[OperatingCosts, t] = sheet[OperatingCosts, t];
            charges[CapitalCosts, t] = sheet[CapitalCosts, t];
            loan.AccrueAndFallDue(t);
            account.WriteDue(t);
            account.Draw(t);
            account.Pay(t);
            loan.Close(t);
        }

        new OracleRatios(deal, timeline, rates, account, sheet, charges).Write();
        return sheet.ToResult();
    }

    static void Check(OracleCase deal, OracleTimeline timeline)
    {
        LocalDate[] mustEndAColumn = [.. deal.InterestDates, .. deal.InstalmentDates, .. deal.Contributions.Select(c => c.On)];
        foreach (var day in mustEndAColumn)
        {
            Require(timeline.IsColumnEnd(day), $"{day} ends no column");
        }

        Require(deal.Weights.Length == deal.InstalmentDates.Length, "weights and instalment dates differ in number");
        Require(deal.Weights.All(w => w >= 0m) && deal.Weights[^1] > 0m, "a weight is negative, or the last is zero");
        Require(Ascending([deal.Closing, .. deal.InterestDates]), "interest dates are out of order");
        Require(Ascending([deal.Closing, .. deal.InstalmentDates]), "instalment dates are out of order");
        Require(deal.Waterfall.Order(StringComparer.Ordinal).SequenceEqual(Obligations.Order(StringComparer.Ordinal)),
            "the waterfall must hold each obligation once");
    }

    static bool Ascending(LocalDate[] dates) => dates.Zip(dates.Skip(1)).All(pair => pair.First < pair.Second);

    static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
