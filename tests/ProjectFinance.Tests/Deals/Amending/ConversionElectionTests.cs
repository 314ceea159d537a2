using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Deals.Amending;

/// <summary>The right to convert the reference deal's loan into gold, elected after closing by an amendment. The plan has gold at 385.</summary>
public class ConversionElectionTests
{
    const string L = "Project loan", G = "Gold loan";

    static readonly LocalDate Effective = new(1997, 9, 15), On = new(1997, 9, 30), Back = new(1998, 6, 30);

    static readonly Deal Terms = Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json"));

    static Amendment Elects(ConversionElection? election, ConversionElection? back = null, string name = "Election") => new()
    {
        Name = name, Effective = Effective, Changes = [new ConversionElectionChange(G) { Election = election, Back = back }],
    };

    static Run Passing(Deal deal)
    {
        var run = deal.Run();
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }

    // Commercial Production is reached on 31 March 1997. What the loan would have been after the instalment of 30 September becomes ounces, down to a thousandth.
    [Fact]
    public void Loan_ElectedForADate_BecomesGoldThen()
    {
        decimal balance = (decimal)Passing(Terms).On($"{L} / Closing balance", On);
        decimal ounces = decimal.Floor(balance / 385 * 1000) / 1000;

        var run = Passing(Terms.With(Elects(new() { On = On })));

        Assert.Equal(1, run.On("Milestones / Commercial Production", new(1997, 3, 31)));
        Assert.True(balance > 10_000_000);
        Assert.Equal((double)ounces, run.On($"{G} / Converted", On), 1e-9);
        Assert.Equal((double)(balance - ounces * 385), run.On($"{L} / Closing balance", On), 1e-5);
        Assert.InRange(run.On($"{L} / Closing balance", On), 0, 0.385);
        Assert.Equal((double)(ounces / 7), run.On($"{G} / Principal paid", new(1997, 12, 31)), 1e-6);
        Assert.Contains("from 1997-09-15: Election", run.Model.Find($"{G} / Converted").Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Loan_ElectedBack_IsDollarsAgain()
    {
        var run = Passing(Terms.With(Elects(new() { On = On }, new() { On = Back })));

        Assert.True(run.On($"{G} / Closing balance", On) > 0);
        Assert.Equal(0, run.On($"{G} / Closing balance", Back));
        Assert.Equal(run.On($"{G} / Opening balance", Back) * 385, run.On($"{L} / Converted back", Back), 1e-6);
    }

    // As it was understood before, there is no conversion.
    [Fact]
    public void Election_NotKnownYet_DoesNotHappen()
    {
        var run = Terms.With(Elects(new() { On = On })).Run(asOf: new LocalDate(1997, 9, 1));

        Assert.Equal(0, run.Values($"{G} / Closing balance").ToArray().Max());
    }

    // The milestone came in March; the election of September takes effect at once, not before.
    [Fact]
    public void Election_OfAMilestoneThatHasCome_TakesEffectOnTheDate()
    {
        var run = Passing(Terms.With(Elects(new() { Milestone = "Commercial Production" })));

        Assert.Equal([Effective], run.Model.Periods.Where(t => run[$"{G} / Converted", t] > 0).Select(t => t.End));
    }

    [Fact]
    public void Election_PutOff_HappensOnTheLaterDay()
    {
        var later = Elects(new() { On = new LocalDate(1997, 12, 31) }, name: "Later") with { Effective = new(1997, 9, 20) };

        var run = Passing(Terms.With(Elects(new() { On = On })).With(later));

        Assert.Equal([new LocalDate(1997, 12, 31)], run.Model.Periods.Where(t => run[$"{G} / Converted", t] > 0).Select(t => t.End));
    }

    [Fact]
    public void Election_AmendedToWhatItIs_ChangesNothing()
    {
        var once = Terms.With(Elects(new() { On = On }));

        Assert.Equal(once.Run().Values($"{G} / Closing balance").ToArray(), once.With(Elects(new() { On = On }, name: "Again")).Run().Values($"{G} / Closing balance").ToArray());
    }

    [Fact]
    public void Election_ReadsBackFromJson()
    {
        var deal = Terms.With(Elects(new() { On = On, Milestone = "Commercial Production", NoticeDays = 5 }, new() { On = Back }));

        Assert.Equal(deal.ToJson(), Deal.Parse(deal.ToJson()).ToJson());
        Assert.Contains("\"conversionElection\"", deal.ToJson(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "before", "the conversion on 1997-09-10 is before 1997-09-15, when the amendment takes hold", "amendments[0].changes[0].conversionElection.election.on" },
        { "nothing", "neither a conversion nor a conversion back is elected", "amendments[0].changes[0].conversionElection.facility" },
        { "dollars", "the facility 'Project loan' does not come from a conversion", "amendments[0].changes[0].conversionElection.facility" },
        { "unknown", "there is no facility 'Gold' on 1997-09-15", "amendments[0].changes[0].conversionElection.facility" },
        { "neither", "the conversion has neither a date nor a milestone", "amendments[0].changes[0].conversionElection.election" },
        { "notice", "the conversion is elected for 1997-09-30, and 15 business days of notice from 1997-09-15 end on 1997-10-06", "amendments[0].changes[0].conversionElection.election.on" },
        { "order", "the conversion back is elected for 1997-09-30, and the conversion for 1997-09-30", "amendments[0].changes[0].conversionElection.back.on" },
        { "past", "a conversion is elected already that may take effect before 1997-09-15", "amendments[0].changes[0].conversionElection.election" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Election_ThatMakesNoSense_IsReported(string what, string fact, string where)
    {
        var deal = what switch
        {
            "before" => Terms.With(Elects(new() { On = new LocalDate(1997, 9, 10) })),
            "nothing" => Terms.With(Elects(null)),
            "dollars" => Terms.With(Elects(new() { On = On }) with { Changes = [new ConversionElectionChange(L) { Election = new() { On = On } }] }),
            "unknown" => Terms.With(Elects(new() { On = On }) with { Changes = [new ConversionElectionChange("Gold") { Election = new() { On = On } }] }),
            "neither" => Terms.With(Elects(new())),
            "notice" => Terms.With(Elects(new() { On = On, NoticeDays = 15, Notice = Effective })),
            "order" => Terms.With(Elects(new() { On = On }, new() { On = On })),
            "past" => Elected(new(1997, 6, 30)).With(Elects(new() { On = On })),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };

        var problem = Assert.Single(DealValidation.Problems(deal));

        Assert.Equal((fact, where), (problem.Fact, problem.Where));
    }

    [Fact]
    public void Elections_OfOneDayThatDiffer_AreReported()
    {
        var deal = Terms.With(Elects(new() { On = On })).With(Elects(new() { On = new LocalDate(1997, 12, 31) }, name: "Other"));

        Assert.Contains(DealValidation.Problems(deal), problem => problem.Fact == "it sets the conversion of 'Gold loan' on 1997-09-15, which 'Election' sets otherwise on the same day");
    }

    static Deal Elected(LocalDate on)
    {
        var gold = Terms.Facilities.Single(loan => loan.Name == G);
        return Terms with { Facilities = Terms.Facilities.Replace(gold, gold with { Draws = (Redenomination)gold.Draws with { Election = new() { On = on } } }) };
    }
}
