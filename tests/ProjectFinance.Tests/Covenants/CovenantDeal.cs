using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Covenants;

/// <summary>
/// A company that pays USD 1,000,000 a quarter into an account and takes out what may be distributed, with the covenants of 8-K 1996-07-11, Item 5(a), on figures
/// that a test states. The columns end on quarters and on the dates of the terms.
/// </summary>
static class CovenantDeal
{
    internal const string CurrentRatio = "Breaches / Current ratio", Payment = "1000000";

    internal static LocalDate Closing { get; } = new(1996, 7, 11);

    /// <summary>Assets of 10,410 thousand of which 7,484 restricted, and liabilities that fall by date; the filings' current ratio of at least 2.0, tested at quarter ends of 1996 and 1997.</summary>
    internal const string RatioCovenant = """
        { "name": "Current ratio", "value": { "quotientOf": { "of": "Company / Current assets", "by": "Company / Current liabilities" } }, "atLeast": "2",
          "testDates": { "every": { "step": "P3M", "first": "1996-09-30", "last": "1997-12-31" } }, "source": "8-K 1996-07-11, Item 5(a)" }
        """;

    /// <summary>The deal with current liabilities in USD thousands from each date on, and further fields of the term sheet.</summary>
    internal static Deal Of(string fields, params (string On, double Liabilities)[] liabilities) => Deal.Parse($$"""
        {
          "name": "Covenants", "closing": "1996-07-11", "end": "1998-06-30",
          "contributions": [{ "name": "Sponsor / Paid in", "currency": "USD", "payments": [{{string.Join(",", Dates.Select(date => $$"""{ "date": "{{date}}", "amount": "USD {{Payment}}" }"""))}}] }],
          "accounts": [{ "name": "Proceeds Account", "currency": "USD", "receipts": ["Sponsor / Paid in"], "waterfall": [], "distribution": {} }],
          "lines": [
            { "name": "Company / Current assets", "unit": "USD", "kind": "level", "amount": "USD 10410" },
            { "name": "Company / Current liabilities", "unit": "USD", "kind": "level",
              "amount": { "byDate": { "initial": "USD 4000", "changes": [{{string.Join(",", liabilities.Select(l => FormattableString.Invariant($$"""{ "on": "{{l.On}}", "to": "USD {{l.Liabilities}}" }""")))}}] } } }
          ],
          {{fields}}
        }
        """);

    /// <summary>Whether a flag holds, by the ends of the columns in which it does.</summary>
    internal static LocalDate[] Held(this Run run, string flag) => [.. run.Model.Periods.Where(t => run[flag, t] != 0).Select(t => t.End)];

    /// <summary>The first and last day on which a flag holds.</summary>
    internal static (LocalDate First, LocalDate Last) Spell(this Run run, string flag) => (run.Held(flag)[0], run.Held(flag)[^1]);

    internal static double At(this Run run, string line, string date) => run[line, run.Model.Timeline.EndingOn(Day(date))];

    internal static LocalDate Day(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;

    /// <summary>The one problem of a deal, as the fact with where it stands.</summary>
    internal static string Problem(string fields)
    {
        var found = Assert.Throws<InvalidInputException>(() => Of(fields));
        return string.Join("\n", found.Problems);
    }

    static string[] Dates { get; } = ["1996-09-30", "1996-12-31", "1997-03-31", "1997-06-30", "1997-09-30", "1997-12-31", "1998-03-31"];
}
