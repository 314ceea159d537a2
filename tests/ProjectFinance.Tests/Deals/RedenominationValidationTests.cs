using NodaTime;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Tests.Facilities;

namespace ProjectFinance.Tests.Deals;

/// <summary>Conversions that make no sense, or that the term sheet says cannot happen when they are elected.</summary>
public class RedenominationValidationTests
{
    static readonly LocalDate On = new(1996, 12, 31);

    static readonly MilestoneTerms[] Milestones = [new() { Name = "Later", Expected = new(1997, 6, 30) }, new() { Name = "Never" }, new() { Name = "Before", Expected = new(1996, 9, 30) }];

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "milestone later", "the milestone 'Later' is expected on 1997-06-30", "facilities[1].draws.redenomination.election.on" },
        { "milestone never", "the milestone 'Never' is expected never", "facilities[1].draws.redenomination.election.on" },
        { "milestone unknown", "there is no milestone 'Latr'", "facilities[1].draws.redenomination.afterMilestone" },
        { "notice too short", "5 business days of notice from 1996-12-24 end on 1997-01-03", "facilities[1].draws.redenomination.election.on" },
        { "notice negative", "the number of days of notice is -1", "facilities[1].draws.redenomination.election.noticeDays" },
        { "no election", "has neither a date nor a milestone", "facilities[1].draws.redenomination.election" },
        { "date outside", "the date of conversion 2005-01-01 is after the end", "facilities[1].draws.redenomination.election.on" },
        { "at maturity", "on or after its final maturity 2000-12-31", "facilities[1].draws.redenomination.election.on" },
        { "back before", "the conversion back is elected for 1996-09-30, and the conversion for 1996-12-31", "facilities[1].draws.redenomination.back.on" },
        { "back at maturity", "on or after the final maturity 2000-12-31 of 'Project loan'", "facilities[1].draws.redenomination.back.on" },
        { "unknown loan", "there is no facility 'Project lone'", "facilities[1].draws.redenomination.of" },
        { "same unit", "it is counted in 'USD' like 'Project loan'", "facilities[1].draws.redenomination.into" },
        { "itself", "'Gold loan' comes from a conversion itself", "facilities[1].draws.redenomination.of" },
        { "part", "the part 0% of the balance is converted", "facilities[1].draws.redenomination.part" },
        { "commitment", "the commitment is in 'CAD'", "facilities[1].commitment" },
        { "limit of ounces", "the limit is 'perConversion'", "facilities[1].draws.redenomination.limit" },
        { "fixing days", "the number of fixing days is -1", "facilities[1].draws.redenomination.fixingDays" },
        { "calendars", "no fixing calendar is given", "facilities[1].draws.redenomination.fixingCalendars" },
    };

    static GoldDeal Case(string name) => name switch
    {
        "milestone later" => With(x => x with { AfterMilestone = "Later" }),
        "milestone never" => With(x => x with { AfterMilestone = "Never" }),
        "milestone unknown" => With(x => x with { AfterMilestone = "Latr" }),
        "notice too short" => With(x => x with { Election = new() { On = On, Notice = new(1996, 12, 24), NoticeDays = 5 } }),
        "notice negative" => With(x => x with { Election = new() { On = On, NoticeDays = -1 } }),
        "no election" => With(x => x with { Election = new() }),
        "date outside" => With(x => x with { Election = new() { On = new LocalDate(2005, 1, 1) } }),
        "at maturity" => With(x => x with { Election = new() { On = GoldDeal.Maturity } }),
        "back before" => With(x => x with { Back = new() { On = new LocalDate(1996, 9, 30) } }),
        "back at maturity" => With(x => x with { Back = new() { On = GoldDeal.Maturity } }),
        "unknown loan" => With(x => x with { Of = "Project lone" }),
        "same unit" => With(x => x with { Into = Units.Usd }),
        "itself" => With(x => x with { Of = "Gold loan" }),
        "part" => With(x => x with { Part = 0.0 }),
        "commitment" => With(x => x) with { GoldCommitment = 5 * Units.Cad },
        "limit of ounces" => With(x => x with { Limit = ConversionLimit.PerConversion }) with { GoldCommitment = 5 * Units.GoldOunce },
        "fixing days" => With(x => x with { FixingDays = -1 }),
        "calendars" => With(x => x with { FixingCalendars = [] }),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Problems_OfAConversion_SayWhatIsWrongAndWhere(string name, string fact, string where)
    {
        var problems = DealValidation.Problems(Case(name).Deal()).ToList();

        Assert.Contains(problems, problem => problem.Fact.Contains(fact, StringComparison.Ordinal) && problem.Where == where);
    }

    [Fact]
    public void Problems_OfConversionsThatMakeSense_AreNone()
    {
        Assert.Empty(DealValidation.Problems(With(x => x).Deal()));
        Assert.Empty(DealValidation.Problems(With(x => x with { AfterMilestone = "Before", Back = new() { On = new LocalDate(1998, 3, 31) } }).Deal()));
        Assert.Empty(DealValidation.Problems(With(x => x with { AfterMilestone = "Never", Election = new() { Milestone = "Never", NoticeDays = 5 } }).Deal()));
    }

    [Fact]
    public void Problems_OfSeveralKinds_AreReportedAtOnce()
    {
        var problems = DealValidation.Problems(With(x => x with { AfterMilestone = "Never", Part = 2.0, FixingDays = -1, Back = new() }).Deal()).ToList();

        Assert.True(problems.Count >= 4, string.Join("; ", problems));
    }

    [Fact]
    public void Lay_OuncesWithoutAPrice_SaysWhichPriceIsMissing()
    {
        var deal = With(x => x with { Price = "silver", OtherwisePrice = "gold PM" });

        var found = Assert.Throws<InvalidInputException>(deal.Lay);

        Assert.Contains(found.Problems, p => p.Fact.Contains("there is no price 'silver'", StringComparison.Ordinal) && p.Where == "facilities[1].draws.redenomination.price");
        Assert.Contains(found.Problems, p => p.Fact.Contains("there is no price 'gold PM'", StringComparison.Ordinal) && p.Where == "facilities[1].draws.redenomination.otherwisePrice");
    }

    [Fact]
    public void Lay_APriceInAnotherUnit_SaysSo()
    {
        var deal = With(x => x with { Into = Units.SilverOunce });

        var found = Assert.Throws<InvalidInputException>(deal.Lay);

        Assert.Contains(found.Problems, p => p.Fact.Contains("the price of 'gold' is in 'USD/oz'", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_OfAGoldLoan_ReadsBackAsTheSame()
    {
        var deal = With(x => x with
        {
            OtherwisePrice = "gold AM", FixingDays = 1, Election = new() { On = On, Milestone = "Before", NoticeDays = 5, Notice = new(1996, 10, 1) }, AfterMilestone = "Before", UnlessInDefault = false, Part = 0.5,
            Rounding = OunceRounding.DownToWhole, Limit = ConversionLimit.MarkedToMarket, InterestSettlement = InterestSettlement.AtPayment, PrincipalSettlement = PrincipalSettlement.AtFixing,
            Back = new() { Milestone = "Later" },
        }) with { GoldInterest = terms => terms with { IndexFloor = 0.0 } };
        var json = deal.Deal().ToJson();

        Assert.Contains("\"redenomination\"", json, StringComparison.Ordinal);
        Assert.Equal(json, ProjectFinance.Deal.Parse(json).ToJson());
    }

    static GoldDeal With(Func<Redenomination, Redenomination> terms) => new() { Milestones = [.. Milestones], Terms = terms };
}
