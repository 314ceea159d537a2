using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Tests.Facilities;
using ProjectFinance.Tests.Operations;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Operations.SmallMine;

namespace ProjectFinance.Tests.Covenants;

/// <summary>The guaranty and the pledge of 8-K 1996-07-11, Item 5(a).</summary>
public class SecurityTests
{
    static readonly Security Guaranty = new()
    {
        Name = "Company guaranty", Kind = SecurityKind.Guaranty, Obligor = "the Company", Loans = ["Project loan"], Release = new AllOf([new IsReached("Completion"), new NoDefault()]),
    };

    // Completion is on 15 June 1997: the guaranty of 2,000,000 falls away at the end of that column; what secures nothing else stays as it is.
    [Fact]
    public void Guaranty_IsInForceUntilItsReleaseAndSecuresTheLoan()
    {
        var run = With(Guaranty, new() { Name = "Environmental guaranty", Kind = SecurityKind.Guaranty, Obligor = "the Company" }).Passing();

        Assert.Equal([1, 0, 0, 0], run.Of1997("Security / Company guaranty in force"));
        Assert.Equal([2_000_000, 0, 0, 0], run.Of1997("Security / Company guaranty, amount secured"));
        Assert.Equal(0, run.At("Security / Company guaranty in force", new LocalDate(1997, 6, 15)));
        Assert.Equal([1, 1, 1, 1], run.Of1997("Security / Environmental guaranty in force"));
        Assert.Null(run.Model.TryFind("Security / Environmental guaranty, amount secured"));
    }

    // The test holds at the end of June only; what is released does not come back.
    [Fact]
    public void Release_IsForGood()
    {
        var pledge = new Security
        {
            Name = "Pledge of stock", Kind = SecurityKind.Pledge, Obligor = "the Company", Loans = ["Project loan"], Release = new AllOf([new OnOrAfter(SecondEnd), new Not(new OnOrAfter(ThirdEnd))]),
        };

        Assert.Equal([1, 0, 0, 0], With(pledge).Passing().Of1997("Security / Pledge of stock in force"));
    }

    [Fact]
    public void Security_ReadsBackFromJson()
    {
        var json = With(Guaranty).ToJson();
        Assert.Equal(json, Deal.Parse(json).ToJson());
    }

    [Fact]
    public void Security_ThatMakesNoSense_IsReportedWithEveryPlace()
    {
        var found = DealValidation.Problems(With(Guaranty with { Loans = ["Project lone"], Release = new IsReached("Completed") }, Guaranty with { Loans = ["Project loan", "Project loan"] }));

        Assert.Equal(["security[0].loans[0]", "security[0].release.reached", "security[1].loans[1]", "security[1].name"], found.Select(p => p.Where).Order(StringComparer.Ordinal));
        Assert.Contains(DealValidation.Problems(With(Guaranty with { Release = new IsFlagged("Breaches / Nothing") })), p => p.Where == "security[0].release.flag");
    }

    [Fact]
    public void Security_ForLoansInTwoCurrencies_IsReported()
    {
        var deal = With(Guaranty with { Loans = ["Project loan", "Other loan"] });
        var other = deal.Facilities[0] with { Name = "Other loan", Commitment = new(5 * Units.Cad), Draws = new Advances([new(new(1996, 12, 31), 5 * Units.Cad)]) };

        Assert.Contains(DealValidation.Problems(deal with { Facilities = [deal.Facilities[0], other] }), p => p.Where == "security[0].loans" && p.Fact == "the loans it secures are in USD and CAD");
    }

    static Deal With(params Security[] security) => SmallMine.Terms with
    {
        Milestones = [new() { Name = "Completion", Expected = new LocalDate(1997, 6, 15) }],
        Security = [.. security],
        Facilities =
        [
            new()
            {
                Name = "Project loan", Commitment = new(2_000_000 * Units.Usd), Draws = new Advances([new(new(1996, 12, 31), 2_000_000 * Units.Usd)]), Repayment = new Bullet(new(1998, 12, 31)),
                Interest = new() { Index = "LIBOR", Margin = new(0), Dates = new Every(NodaTime.Period.FromMonths(3), FirstEnd, new(1998, 12, 31)) }, BusinessDays = new() { AdjustInterest = false },
            },
        ],
        Accounts = [Cash with { Distribution = null, Draws = ["Project loan / Draw"], Waterfall = [.. Cash.Waterfall, new("Project loan / Interest"), new("Project loan / Principal")] }],
        Planning = SmallMine.Terms.Planning! with { Indices = Sorted.Empty<Percentage>().Add("LIBOR", 0.08) },
    };
}
