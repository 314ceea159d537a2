using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Deals.SampleFiles;

namespace ProjectFinance.Tests.Deals;

/// <summary>Scheduled loans in a deal: paid by its waterfall, written as JSON, refused where they make no sense.</summary>
public sealed class ScheduledLoanDealTests
{
    const string Where = "scheduledLoans[0]";

    const string Written = """
        [{
          "name": "Equipment loan", "principal": "USD 1,000", "drawn": "1996-08-01", "maturity": "1997-08-01", "premium": "USD -20",
          "interest": {
            "rate": "12%", "dayCount": "30E/360", "dates": { "every": { "step": "P3M", "first": "1996-11-01", "last": "1997-05-01" } }, "capitalisedUntil": "1996-11-01",
            "base": { "lagged": { "dates": { "onDates": ["1997-02-01"] }, "amount": "USD 900" } },
            "resets": [{ "dates": { "onDates": ["1997-02-01"] }, "index": "USD LIBOR 3M", "multiplier": 2, "spread": "1%", "fixingDays": 2, "fixingCalendars": ["Weekends"], "rounding": { "direction": "up", "to": "0.0625%" },
              "setting": { "inAdvance": { "tenors": [{ "length": "P3M", "index": "USD LIBOR 3M" }, { "length": "P1M", "index": "USD LIBOR 1M" }] } },
              "fallbacks": [{ "from": "1997-03-01", "index": "Term SOFR 3M", "conventions": "Term SOFR 3M", "spread": "0.26161%" }] }],
            "limits": { "indexFloor": "0%", "indexCap": "9%", "leastChange": "-2%", "greatestChange": "2%", "floor": "1%", "cap": "15%" },
            "firstReset": "11%", "defaultMargin": "3%"
          },
          "amortisation": { "statedInstalments": [{ "dates": { "onDates": ["1997-05-01"] }, "amount": "USD 100", "draws": true }] },
          "prepayments": [{ "date": "1997-05-01", "amount": "USD 50" }], "prepaymentEffect": "lowerInstalments", "prepaymentFee": { "interestDifferential": { "reinvestment": "5%", "toMaturity": true } },
          "scaling": { "index": "CPI", "atDeal": 150, "dates": { "onDates": ["1997-02-01"] }, "interest": true, "principal": true, "interestMultiplier": 1.5, "principalMultiplier": 2 },
          "businessDays": { "calendars": ["None"] }, "sources": { "principal": "term sheet" }
        }]
        """;

    [Fact]
    public void ReadShape_EveryField_IsWrittenBackTheSame()
    {
        var loan = Assert.Single(ReadShape(Changed(DealPath, [("scheduledLoans", Written)])).ScheduledLoans);

        Assert.Equal((1_000 * Units.Usd, new LocalDate(1996, 8, 1), (LocalDate?)new LocalDate(1997, 8, 1), (Quantity?)(-20 * Units.Usd)), (loan.Principal, loan.Drawn, loan.Maturity, loan.Premium));
        Assert.Equal(((double?)0.12, "30E/360", (Percentage?)0.11), (loan.Interest.Rate?.Fraction, loan.Interest.DayCount.Name, loan.Interest.FirstReset));
        Assert.Equal(new ResetLimits { IndexFloor = 0, IndexCap = 0.09, LeastChange = -0.02, GreatestChange = 0.02, Floor = 0.01, Cap = 0.15 }, loan.Interest.Limits);
        Assert.Equal((2.0, 0.01, 2), (loan.Interest.Resets[0].Multiplier, loan.Interest.Resets[0].Spread.Fraction, loan.Interest.Resets[0].FixingDays));
        Assert.Equal(("Weekends", 2), (loan.Interest.Resets[0].FixingCalendars[0].Name, Assert.IsType<FixedInAdvance>(loan.Interest.Resets[0].Setting).Tenors.Length));
        Assert.Equal(("Term SOFR 3M", 2, 0.0026161), (loan.Interest.Resets[0].Fallbacks[0].Index, loan.Interest.Resets[0].Fallbacks[0].FixingDays, loan.Interest.Resets[0].Fallbacks[0].Spread.Fraction));
        Assert.Equal(0.03, loan.Interest.DefaultMargin.Fraction);
        Assert.Equal(new LaggedBase(new OnDates([new(1997, 2, 1)])) { Amount = 900 * Units.Usd }, loan.Interest.Base);
        Assert.Equal(new InterestDifferential(0.05) { ToMaturity = true }, loan.PrepaymentFee);
        Assert.Equal((1.5, 2.0), (loan.Scaling!.InterestMultiplier, loan.Scaling.PrincipalMultiplier));
        var json = ReadShape(Changed(DealPath, [("scheduledLoans", Written)])).ToJson();
        Assert.Equal(json, ReadShape(json).ToJson());
        Assert.Contains("\"statedInstalments\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "levelPrincipal": { "dates": { "onDates": ["1997-02-01"] }, "amount": "USD 100" } }""")]
    [InlineData("""{ "paymentLessInterest": { "dates": { "onDates": ["1997-02-01"] }, "payment": "USD 100" } }""")]
    [InlineData("""{ "annuity": { "dates": { "onDates": ["1997-02-01"] }, "payment": "USD 100", "calculatedOn": { "onDates": ["1997-03-01"] }, "repaidBy": "1997-06-01" } }""")]
    [InlineData("""{ "atMaturity": {} }""")]
    public void ReadShape_EachAmortisation_IsWrittenBackTheSame(string amortisation)
    {
        var loan = Assert.Single(ReadShape(Changed(DealPath, [("scheduledLoans", Written), ($"{Where}.amortisation", amortisation)])).ScheduledLoans);
        var again = Assert.Single(ReadShape((SampleFiles.Deal with { ScheduledLoans = [loan] }).ToJson()).ScheduledLoans);

        Assert.Equal(loan.Amortisation, again.Amortisation);
    }

    [Theory]
    [InlineData("principal", "\"USD -1\"", "the principal USD -1 is negative", "zero or more", "principal")]
    [InlineData("drawn", "\"1999-01-01\"", "is before the loan is drawn on 1999-01-01", "on or after", "maturity")]
    [InlineData("interest.limits.cap", "\"0.5%\"", "the floor 1% is above the cap 0.5%", "at or below", "interest.limits.floor")]
    [InlineData("interest.defaultMargin", "\"-1%\"", "the default margin -1% is negative", "zero or more", "interest.defaultMargin")]
    [InlineData("interest.rate", "null", "no rate is given, and none is set on 1996-08-01, when the loan is drawn", "give the rate, or a reset on that day", "interest.rate")]
    [InlineData("interest.resets[0].setting", """{ "overnight": { "lockoutDays": -1 } }""", "the lockout is -1 business days", "not be negative", "interest.resets[0].setting.overnight.lockoutDays")]
    [InlineData("interest.resets[0].setting", """{ "daily": {} }""", "the change of the rate at a reset is limited, and an index is not fixed in advance", "leave the limits out", "interest.limits")]
    [InlineData("interest.resets[0].fallbacks[0].index", "\"USD LIBOR 3M\"", "names an index that the loan has had before", "named once", "interest.resets[0].fallbacks[0].index")]
    [InlineData("interest.resets[0].conventions", "\"Term SOFFR 3M\"", "no reference rate of this name", "did you mean 'Term SOFR 3M'", "interest.resets[0].conventions")]
    [InlineData("prepayments[0].amount", "\"CAD 5\"", "the prepayment is in 'CAD'", "it must be in 'USD'", "prepayments[0].amount")]
    [InlineData("scaling.atDeal", "0", "the index at the deal is 0", "above zero", "scaling.atDeal")]
    public void Parse_TermsThatMakeNoSense_SaysWhyAndWhere(string field, string json, string fact, string allowed, string where)
    {
        var problems = ProblemsWith(("scheduledLoans", Written), ($"{Where}.{field}", json)).Where(problem => problem.Where == $"{Where}.{where}").ToList();

        IsOnly(problems, "Loan 'Equipment loan'", fact, allowed, $"{Where}.{where}");
    }

    [Theory]
    [InlineData("facilities[0].interest.cap", "\"1%\"", "facilities[0].interest.floor", "\"2%\"", "the cap of the rate 1% is below its floor 2%", "facilities[0].interest.cap")]
    [InlineData("facilities[0].interest.indexCap", "\"1%\"", "facilities[0].interest.indexFloor", "\"2%\"", "the cap of the index 1% is below its floor 2%", "facilities[0].interest.indexCap")]
    public void Parse_LimitsOfATermLoanThatCross_SaysWhyAndWhere(string cap, string most, string floor, string least, string fact, string where) =>
        IsOnly(ProblemsWith((cap, most), (floor, least)), "Facility 'Project loan'", fact, "at or above", where);

    [Fact]
    public void Parse_NegativeFees_SayWhyAndWhere()
    {
        const string Prepayments = """[{ "payments": [{ "date": "1996-11-12", "amount": "USD 20" }], "fee": { "proportional": "-1%" } }, { "name": "Other", "payments": [{ "date": "1996-11-12", "amount": "USD 20" }], "fee": { "fixed": "CAD 5" } }]""";
        var problems = ProblemsWith(("facilities[0].fees", """[{ "cancellationFee": { "rate": "-1%" } }]"""), ("facilities[0].prepayments", Prepayments));

        Assert.Contains(problems, p => p is { Where: "facilities[0].fees[0].cancellationFee.rate", Fact: "the cancellation fee -1% is negative" });
        Assert.Contains(problems, p => p is { Where: "facilities[0].prepayments[0].fee.proportional", Fact: "the prepayment fee -1% is negative" });
        Assert.Contains(problems, p => p is { Where: "facilities[0].prepayments[1].fee.fixed", Fact: "the prepayment fee is in 'CAD'" });
    }

    // Two quarters at 3 %, of which the account can pay the first only in part: the 20 that are overdue bear 12 % and the default margin of 2 % for 90 of 360 days.
    [Fact]
    public void Run_WithTooLittleCash_CarriesWhatIsOverdue()
    {
        var closing = new LocalDate(2020, 1, 1);
        var deal = OfLoan(Small(closing), closing, new(2020, 12, 31), new(new(2020, 4, 1), 10 * Units.Usd), new(new(2020, 7, 1), 5_000 * Units.Usd));
        var run = new Runner(DealLayout.Lay(deal).Model).Run();

        Assert.True(run.Passed);
        double On(string line, int month) => run[line, run.Model.Timeline.EndingOn(new(2020, month, 1))];
        Assert.Equal((10, 20, 1_000), (On("L / Interest paid", 4), On("L / Interest overdue", 4), On("L / Closing balance", 4)));
        Assert.Equal((-1_000, 10, 1_050.7), (On("L / Lender's cash flow", 1), On("L / Lender's cash flow", 4), Math.Round(On("L / Lender's cash flow", 7), 9)));
        Assert.Equal((50.7, 1_000, 0), (Math.Round(On("L / Interest paid", 7), 9), On("L / Principal paid", 7), On("L / Closing balance", 7)));
    }

    // Nothing is paid before 30 September. Interest of 15 from April bears 14 % from July on; so does principal of 500 and interest of 15 from July, in a column each after maturity. Where a default carries
    // the margin to whole balances, the 500 outstanding from April to July bear it too, the first payment being missed on 1 April.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_AfterMaturity_OverdueAmountsGoOnBearingInterest(bool onBalance)
    {
        var closing = new LocalDate(2020, 1, 1);
        var loan = Small(closing) with { Principal = 500 * Units.Usd };
        var deal = OfLoan(loan, closing, new(2020, 9, 30), new DatedAmount(new(2020, 9, 30), 5_000 * Units.Usd)) with
        {
            Defaults = new() { DefaultMargin = onBalance },
        };
        var run = new Runner(DealLayout.Lay(deal).Model).Run();

        Assert.True(run.Passed);
        // Rates for 90 days to 1 July and 89 to 30 September, of 360.
        double first = 15 * 0.14 * 90 / 360 + (onBalance ? 500 * 0.02 * 90 / 360 : 0), second = (500 + 30 + first) * 0.14 * 89 / 360;
        Assert.Equal((15.0, 30 + first), (On("L / Interest overdue", 4, 1), On("L / Interest overdue", 7, 1)));
        Assert.Equal((Math.Round(30 + first + second, 9), 500.0), (Math.Round(On("L / Interest paid", 9, 30), 9), On("L / Principal paid", 9, 30)));

        double On(string line, int month, int day) => run[line, run.Model.Timeline.EndingOn(new(2020, month, day))];
    }

    [Fact]
    public void Lay_LoanThatIsSold_IsRefused()
    {
        var loan = Facilities.PlainLoan.Terms() with { Drawn = SampleFiles.Deal.Closing, Maturity = new(1998, 1, 1), Interest = new() { Rate = 0.1 }, Sale = new(new(1997, 1, 1), 5 * Units.Usd) };
        var found = Assert.Throws<InvalidInputException>(() => DealLayout.Lay(SampleFiles.Deal with { ScheduledLoans = [loan] }));

        Assert.Contains(found.Problems, problem => problem is { Subject: "Loan 'L'", Fact: "it is bought or sold", Where: "scheduledLoans[0]" });
    }

    static ScheduledLoan Small(LocalDate closing) => new()
    {
        Name = "L", Principal = 1_000 * Units.Usd, Drawn = closing, Maturity = new(2020, 7, 1), BusinessDays = new() { Calendars = [BusinessCalendars.None] },
        Interest = new() { Rate = 0.12, DayCount = DayCounts.ThirtyE360, Dates = new OnDates([new(2020, 4, 1)]) },
    };

    static Deal OfLoan(ScheduledLoan loan, LocalDate closing, LocalDate end, params DatedAmount[] paidIn) => new()
    {
        Name = "Small", Closing = closing, End = end,
        Contributions = [new() { Name = "Sponsor / Paid in", Currency = Units.Usd, Payments = [.. paidIn] }],
        ScheduledLoans = [loan],
        Accounts = [new() { Name = "A", Currency = Units.Usd, Receipts = ["Sponsor / Paid in"], Waterfall = [new("L / Interest"), new("L / Principal")] }],
    };
}
