using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Seeds;

/// <summary>The reference deal as its term sheets have it, for the tests of single facts.</summary>
static class FilingFacts
{
    /// <summary>The deal as signed.</summary>
    public static readonly Deal July = Deal.Read(SheetOf("1996-07"));

    /// <summary>The deal as signed, laid out with its planning assumptions.</summary>
    public static readonly LaidOutDeal Laid = DealLayout.Lay(July);

    /// <summary>The deal as signed, as planned.</summary>
    public static readonly Run Signed = new Runner(Laid.Model).Run();

    /// <summary>The deal as understood in November 1996.</summary>
    public static readonly Deal NovemberDeal = Deal.Read(SheetOf("1996-11"));

    /// <summary>The deal of November 1996, laid out with its planning assumptions.</summary>
    public static readonly LaidOutDeal NovemberLaid = DealLayout.Lay(NovemberDeal);

    /// <summary>The deal of November 1996, as planned.</summary>
    public static readonly Run November = new Runner(NovemberLaid.Model).Run();

    /// <summary>The deal as understood in January 1997.</summary>
    public static readonly Deal JanuaryDeal = Deal.Read(SheetOf("1997-01"));

    /// <summary>The deal of January 1997, laid out with its planning assumptions.</summary>
    public static readonly LaidOutDeal JanuaryLaid = DealLayout.Lay(JanuaryDeal);

    /// <summary>The deal of January 1997, as planned.</summary>
    public static readonly Run January = new Runner(JanuaryLaid.Model).Run();

    /// <summary>The path of a term sheet: "1996-07".</summary>
    public static string SheetOf(string month) => Repository.PathOf("seeds", $"illinois-creek-{month}.json");

    /// <summary>The deal as signed, with one thing changed, run as planned.</summary>
    public static Run RunOf(Deal deal) => new Runner(DealLayout.Lay(deal).Model).Run();

    /// <summary>The deal as signed with another loan at a place.</summary>
    public static Deal With(int facility, Func<TermLoan, TermLoan> changed) =>
        July with { Facilities = July.Facilities.SetItem(facility, changed(July.Facilities[facility])) };

    /// <summary>The value of a line in the column that ends on a date; on the closing in the closing column.</summary>
    public static double On(this Run run, string line, int year, int month, int day) => run[line, run.Model.Timeline.EndingOn(new LocalDate(year, month, day))];

    /// <summary>The columns that end on or after a first and before a last date.</summary>
    public static IEnumerable<ProjectFinance.Period> Columns(this Run run, LocalDate from, LocalDate before) => run.Model.Periods.Where(t => t.End >= from && t.End < before);
}
