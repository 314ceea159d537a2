using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Covenants.CovenantDeal;

namespace ProjectFinance.Tests.Covenants;

/// <summary>The calendar of duties: what is due when, and what became of it.</summary>
public class ComplianceCalendarTests
{
    // In breach from 31 December 1996 until 30 June 1997; waived until the end of March if the offering is made, which nothing shows.
    internal static Deal Deal { get; } = Of($$"""
        "milestones": [{ "name": "Mechanical Completion", "expected": "1997-07-31", "longstop": "1997-07-31" }, { "name": "Completion", "expected": "1998-01-31", "longstop": "1997-11-30" }],
        "covenants": [{{RatioCovenant}}],
        "undertakings": [
          { "name": "Quarterly report", "due": { "onDates": ["1996-10-31", "1997-01-31", "1997-04-30", "1997-07-31"] }, "graceDays": 15, "done": { "1996-10-31": "1996-11-15", "1997-01-31": "1997-02-20", "1997-04-30": null } },
          { "name": "Amended plan", "kind": "action", "due": "1996-12-02" },
          { "name": "No liens", "kind": "negative" },
          { "name": "No more debt", "kind": "negative", "met": { "atMost": { "of": "Company / Current liabilities", "than": "USD 5000" } } }
        ],
        "waivers": [{ "name": "November", "of": ["Breaches / Current ratio", "Breaches / Quarterly report not done"], "from": "1996-11-15", "until": "1997-03-31",
          "conditions": [{ "name": "Low debt", "by": "1997-01-31", "met": { "atMost": { "of": "Company / Current liabilities", "than": "USD 4000" } } }] }],
        "defaults": { "acceleration": { "on": "1997-05-31" } }
        """, ("1996-11-15", 6000), ("1997-06-01", 4000));

    static LaidOutDeal Laid { get; } = DealLayout.Lay(Deal);

    static Run Run { get; } = new Runner(Laid.Model).Run();

    static (string On, string Name, ComplianceState State, string Note)[] Entries(ComplianceKind kind) =>
        [.. ComplianceCalendar.Of(Laid, Run).Where(entry => entry.Kind == kind).Select(entry => ($"{entry.Date:uuuu-MM-dd}", entry.Name, entry.State, entry.Note))];

    [Fact]
    public void Longstops_InTheCalendar_AreMetOrLate() => Assert.Equal(
        [("1997-07-31", "Mechanical Completion reached", ComplianceState.Met, ""), ("1997-11-30", "Completion reached", ComplianceState.Late, "reached by 1998-01-31")], Entries(ComplianceKind.Longstop));

    [Fact]
    public void Covenants_InTheCalendar_HaveFigureLimitAndRoom()
    {
        var tests = ComplianceCalendar.Of(Laid, Run).Where(entry => entry.Kind == ComplianceKind.Covenant).ToList();
        Assert.Equal([ComplianceState.Met, ComplianceState.Waived, ComplianceState.Waived, ComplianceState.Met, ComplianceState.Met, ComplianceState.Met], tests.Select(entry => entry.State));
        Assert.Equal((1.735, 2.0, -0.265), (tests[1].Value!.Value, tests[1].Limit!.Value, Math.Round(tests[1].Headroom!.Value, 12)));
    }

    [Fact]
    public void Reports_InTheCalendar_AreMetLateBreachedOrDue() => Assert.Equal(
        [
            // On the last day of grace; five days after it, which is waived; never; not known yet.
            ("1996-10-31", "Quarterly report", ComplianceState.Met, "done on 1996-11-15"), ("1997-01-31", "Quarterly report", ComplianceState.Waived, "done on 1997-02-20"),
            ("1997-04-30", "Quarterly report", ComplianceState.Breached, ""), ("1997-07-31", "Quarterly report", ComplianceState.Due, ""),
        ], Entries(ComplianceKind.Report));

    [Fact]
    public void NegativeCovenants_InTheCalendar_StandWhereTheyBegin() => Assert.Equal(
        [("1996-07-11", "No liens", ComplianceState.Due, "at all times"), ("1996-11-15", "No more debt", ComplianceState.Breached, "")], Entries(ComplianceKind.Negative));

    [Fact]
    public void Conditions_InTheCalendar_AreThoseOfWaivers() =>
        // Liabilities were 4,000 until November: up to the day is soon enough.
        Assert.Equal([("1997-01-31", "November: Low debt", ComplianceState.Met, "")], Entries(ComplianceKind.Condition));

    [Fact]
    public void Calendar_OfADeal_IsInOrderOfDate()
    {
        var dates = ComplianceCalendar.Of(Laid, Run).Select(entry => entry.Date).ToList();
        Assert.Equal(dates.Order(), dates);
        Assert.Contains(("1996-12-02", "Amended plan", ComplianceState.Due, ""), Entries(ComplianceKind.Action));
    }

    // A bullet of 100 that cannot be paid, interest of 100 x 10 % x 81/360 = 2.25 that comes late, from 5 that arrive on 31 December and not on 30 September.
    [Fact]
    public void Payments_InTheCalendar_ArePaidLateOrNever()
    {
        var deal = Deal.Parse("""
            {
              "name": "Loan", "closing": "1996-07-11", "end": "1997-06-30",
              "contributions": [{ "name": "Sponsor / Paid in", "currency": "USD", "payments": [{ "date": "1996-12-31", "amount": "USD 5" }] }],
              "facilities": [{ "name": "Loan", "commitment": "USD 100", "interest": { "index": "LIBOR", "margin": "0%", "dates": { "onDates": ["1996-09-30", "1996-12-31"] } },
                "draws": { "advances": [{ "date": "1996-07-11", "amount": "USD 100" }] }, "repayment": { "bullet": { "date": "1996-12-31" } }, "businessDays": { "adjustInterest": false } }],
              "accounts": [{ "name": "Account", "currency": "USD", "receipts": ["Sponsor / Paid in"], "draws": [], "waterfall": [{ "pay": "Loan / Interest" }, { "pay": "Loan / Principal" }] },
                           { "name": "Spent", "currency": "USD", "receipts": [], "draws": ["Loan / Draw"], "waterfall": [] }],
              "planning": { "indices": { "LIBOR": "10%" } }
            }
            """);
        var laid = DealLayout.Lay(deal);
        var payments = ComplianceCalendar.Of(laid, new Runner(laid.Model).Run()).Where(entry => entry.Kind == ComplianceKind.Payment).ToList();
        Assert.Equal(("Loan / Interest", ComplianceState.Late, 2.25), (payments[0].Name, payments[0].State, Math.Round(payments[0].Value!.Value, 6)));
        Assert.Equal(("Loan / Principal", ComplianceState.Breached, 100.0), payments.Where(p => p.Name == "Loan / Principal").Select(p => (p.Name, p.State, p.Value!.Value)).Single());
    }

    [Fact]
    public void Headline_OfADefault_TellsWaiverAndDefaultWithTheirDates()
    {
        var headline = Headline.Of(Laid, Run);
        Assert.Equal(new WaiverOutcome("November", Day("1996-11-15"), Day("1997-03-31"), null), Assert.Single(headline.Waivers));
        Assert.Equal((Day("1997-04-01"), Day("1997-05-31")), headline.Defaults.Where(one => one.Title == "Current ratio").Select(one => (one.First, one.Last)).Single());
        Assert.Equal(Day("1997-05-31"), headline.Accelerated);
    }

    [Fact]
    public void Calendar_Printed_FitsATerminalAndNamesEveryDuty()
    {
        var lines = StatementText.Lines(Laid, Run, new() { Calendar = true }).Select(line => line.Text).ToList();
        Assert.All(lines, line => Assert.True(line.Length <= 120, line));
        Assert.Contains(lines, line => line.Contains("1996-12-31 covenant  Current ratio", StringComparison.Ordinal) && line.EndsWith("(0.265)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Waivers", StringComparison.Ordinal) && line.EndsWith("November (in force from 1996-11-15 to 1997-03-31)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("all principal fell due on 1997-05-31", StringComparison.Ordinal));
    }

    [Fact]
    public void Headline_OfAWaiverWhoseConditionFails_SaysWhichAndWhen()
    {
        var deal = Deal with { Waivers = [Deal.Waivers[0] with { Conditions = [Deal.Waivers[0].Conditions[0] with { Met = new OnOrAfter(Day("1997-02-15")) }] }] };
        var laid = DealLayout.Lay(deal);
        var lines = StatementText.Lines(laid, new Runner(laid.Model).Run()).Select(line => line.Text).ToList();
        Assert.Contains(lines, line => line.EndsWith("November (in force from 1996-11-15 until 1997-01-31, by when 'Low debt' was not met)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Defaults", StringComparison.Ordinal));
    }

    [Fact]
    public void Deal_WithComplianceTerms_ReadsBackFromItsJson() => Assert.Equal(Deal.ToJson(), Deal.Parse(Deal.ToJson()).ToJson());
}
