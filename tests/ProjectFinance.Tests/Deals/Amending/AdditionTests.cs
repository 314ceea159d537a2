using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;
using ProjectFinance.Tests.Facilities;
using static ProjectFinance.Tests.Deals.Amending.AmendedDeal;

namespace ProjectFinance.Tests.Deals.Amending;

/// <summary>What amendments add: payables, a second account with its budget, a loan. November 1996 in the small.</summary>
public class AdditionTests
{
    const double Cent = 0.005;

    static readonly Deal Building = With(Terms, project => project with
    {
        CapitalCosts =
        [
            new PlannedCost(new() { Unit = Units.Usd, Amounts = ImmutableSortedDictionary<string, double>.Empty.Add("1996-07-11/1996-09-30", 81_000).Add("1996-Q4", 92_000) }) { Name = "Construction" },
        ],
    });

    static ImmutableArray<Payment> Waterfall => Building.Accounts[0].Waterfall;

    // "approximately $2,400,000 would be distributed to pay accounts payable", 8-K 1996-11-12; and a fee of 100,000 on 31 December.
    [Fact]
    public void Obligation_Added_IsPaidFromTheAmendedWaterfall()
    {
        var amendment = Amendment(new AccountAmendment(A) { Waterfall = [new("Company / Payables"), new("Lender / Waiver fee"), .. Waterfall] }) with
        {
            Adds = new()
            {
                Obligations =
                [
                    new() { Name = "Company / Payables", Currency = Units.Usd, Payments = [new(Effective, 2_400_000 * Units.Usd)] },
                    new() { Name = "Lender / Waiver fee", Currency = Units.Usd, Payments = [new(YearEnd, 100_000 * Units.Usd)] },
                ],
            },
        };
        var (before, run) = (Run(Building.With(Amendment(new AccountAmendment(A) { MinimumBalance = new StatedAmount(1 * Units.Usd) }))), Run(Building.With(amendment)));
        Assert.Equal(2_400_000, run.On("Company / Payables paid", Effective), Cent);
        Assert.Equal(before.On($"{A} / Closing balance", Effective) - 2_400_000, run.On($"{A} / Closing balance", Effective), Cent);
        Assert.Equal(before.On($"{A} / Closing balance", YearEnd) - 2_500_000, run.On($"{A} / Closing balance", YearEnd), Cent);
    }

    // A thousand a day of capital costs: 81,000 are paid from the first account, and from the column that ends on the date on, 46,000 and 46,000, from the second.
    [Fact]
    public void Account_Added_PaysWhatTheOtherNoLongerPays()
    {
        var amendment = Amendment(new AccountAmendment(A) { Waterfall = [.. Waterfall.Where(p => p.Pay != "Project / Capital costs")] }) with
        {
            Adds = new()
            {
                Contributions = [new() { Name = "Company / Present cash", Currency = Units.Usd, Payments = [new(Effective, 1_000_000 * Units.Usd)] }],
                Accounts = [new() { Name = "Second Proceeds Account", Currency = Units.Usd, Receipts = ["Company / Present cash"], Waterfall = [new("Project / Capital costs")] }],
            },
        };
        var run = Run(Building.With(amendment));
        Assert.Equal(81_000, run.On("Project / Capital costs paid", new(1996, 9, 30)), Cent);
        Assert.Equal(0, run.On("Second Proceeds Account / Closing balance", new(1996, 9, 30)), Cent);
        Assert.Equal(46_000, run.On("Project / Capital costs paid", Effective), Cent);
        Assert.Equal(954_000, run.On("Second Proceeds Account / Closing balance", Effective), Cent);
        Assert.Equal(908_000, run.On("Second Proceeds Account / Closing balance", YearEnd), Cent);
        Assert.Equal(0, run.On($"{A} / Available for Project / Capital costs", YearEnd), Cent);
    }

    // A plan of 1,000 a day counts for the days after 15 November only: nothing in the column that ends then, 46,000 at the year's end.
    [Fact]
    public void Obligation_AddedWithAPlan_BeginsAfterTheDate()
    {
        var amendment = Amendment(new AccountAmendment(A) { Waterfall = [.. Waterfall, new("Company / Overheads")] }) with
        {
            Adds = new() { Obligations = [new() { Name = "Company / Overheads", Currency = Units.Usd, Plan = new() { Unit = Units.Usd, Amounts = ImmutableSortedDictionary<string, double>.Empty.Add("1996-Q4", 92_000) } }] },
        };
        var run = Run(Building.With(amendment));
        Assert.Equal(0, run.On("Company / Overheads due", Effective), Cent);
        Assert.Equal(46_000, run.On("Company / Overheads due", YearEnd), Cent);
    }

    // Two million from 15 November: the fee of 20,000 falls due then, the commitment fee of 0.5 % runs over 46 days, and the whole is drawn at the year's end after 9.5 million of the first loan.
    [Fact]
    public void Facility_Added_BeginsOnTheDate()
    {
        var loan = Terms.Facilities[0] with { Name = "Second loan", Commitment = 2_000_000 * Units.Usd, Fees = [new EstablishmentFee(20_000 * Units.Usd), new CommitmentFee(0.005)] };
        string[] owed = ["Establishment fee", "Commitment fee", "Interest", "Principal"];
        var amendment = Amendment(new AccountAmendment(A) { Waterfall = [.. Waterfall, .. owed.Select(what => new Payment($"Second loan / {what}"))], Draws = [$"{L} / Draw", "Second loan / Draw"] }) with { Adds = new() { Facilities = [loan] } };
        var run = Run(Building.With(amendment));
        Assert.Equal(0, run.On("Second loan / Establishment fee", SmallDeal.Closing), Cent);
        Assert.Equal(20_000, run.On("Second loan / Establishment fee", Effective), Cent);
        Assert.Equal(0, run.On("Second loan / Commitment fee", Effective), Cent);
        Assert.Equal(0.005 * 2_000_000 * 46 / 360, run.On("Second loan / Commitment fee", YearEnd), Cent);
        Assert.Equal(9_500_000, run.On($"{L} / Draw", YearEnd), Cent);
        Assert.Equal(2_000_000, run.On("Second loan / Draw", YearEnd), Cent);
    }
}
