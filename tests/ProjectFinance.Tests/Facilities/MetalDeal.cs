using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Hedges;
using ProjectFinance.Operations;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Facilities;

/// <summary>
/// A mine of 6,000 oz a quarter and a loan of 3,900,000 that becomes gold on 31 March 1997, at a constant 390: 10,000 oz, repaid in four quarters from 30 June 1997 on,
/// at a rate of 1.125 % + 2.25 % = 3.375 %. In metal, out of an account kept in ounces that sells what it does not keep; or in dollars.
/// </summary>
sealed record MetalDeal
{
    public const string L = "Project loan", G = "Gold loan", M = "Metal Account", A = "Proceeds Account", P = "Project";

    public static readonly LocalDate Closing = new(1996, 12, 31), Conversion = new(1997, 3, 31), Maturity = new(1998, 3, 31), End = new(1998, 6, 30);

    public static readonly LocalDate[] Instalments = [new(1997, 6, 30), new(1997, 9, 30), new(1997, 12, 31), Maturity];

    public bool InMetal { get; init; } = true;

    /// <summary>What stays in the metal account. The default is nothing.</summary>
    public Amount? MetalMinimum { get; init; }

    /// <summary>What stays in the cash account. The default is nothing.</summary>
    public Amount? CashMinimum { get; init; }

    public ImmutableArray<HedgeTrade> Sold { get; init; } = [];

    /// <summary>What becomes of the metal account's terms.</summary>
    public Func<Account, Account> Metal { get; init; } = account => account;

    public ImmutableArray<LineTerms> Lines { get; init; } = [];

    public CoverRatios? Ratios { get; init; }

    public Run Run()
    {
        var run = Deal().Run();
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }

    public Deal Deal()
    {
        ImmutableArray<Payment> gold = [new($"{G} / Interest"), new($"{G} / Principal")];
        return new()
        {
            Name = "Metal", Closing = Closing, End = End,
            Projects =
            [
                new()
                {
                    Name = P, Currency = Units.Usd, Price = "gold", SoldQuantity = InMetal ? $"{M} / Distribution" : null,
                    Production = new() { Unit = Units.GoldOunce, Amounts = ImmutableSortedDictionary.CreateRange(new[] { "1997-Q1", "1997-Q2", "1997-Q3", "1997-Q4", "1998-Q1", "1998-Q2" }.Select(q => KeyValuePair.Create(q, 6_000.0))) },
                    OperatingCosts = [new UnitCost(200 * (Units.Usd / Units.GoldOunce)) { Name = "Mining" }],
                },
            ],
            Facilities = [Loan(L, 0.0225, "LIBOR", new Advances([new(Closing, 3_900_000 * Units.Usd)])), Loan(G, 0.0225, "lease rate", new Redenomination
            {
                Of = L, Into = Units.GoldOunce, Price = "gold", Election = new() { On = Conversion },
                InterestSettlement = InMetal ? InterestSettlement.InMetal : InterestSettlement.AtPayment,
                PrincipalSettlement = InMetal ? PrincipalSettlement.InMetal : PrincipalSettlement.AtFixing,
            })],
            Hedges = [new() { Name = "Hedging", Currency = Units.Usd, Products = [new() { Price = "gold", Unit = Units.GoldOunce, Production = $"{P} / Production", Owed = [$"{G} / Closing balance"] }], Trades = Sold }],
            Accounts =
            [
                .. InMetal ? [Metal(new()
                {
                    Name = M, Currency = Units.GoldOunce, Receipts = [$"{P} / Production"], Waterfall = gold, MinimumBalance = MetalMinimum, Distribution = new(),
                })] : Array.Empty<Account>(),
                new()
                {
                    Name = A, Currency = Units.Usd, Receipts = [$"{P} / Revenue", "Hedging / Received"], Draws = [$"{L} / Draw"], MinimumBalance = CashMinimum,
                    Waterfall =
                    [
                        new($"{P} / Royalty"), new($"{P} / Operating costs"), new($"{P} / Capital costs"), new($"{L} / Interest"), new($"{L} / Principal"), .. InMetal ? [] : gold, new("Hedging / Settlement"),
                    ],
                },
            ],
            Lines = Lines,
            Ratios = Ratios,
            Planning = new()
            {
                Indices = ImmutableSortedDictionary<string, Percentage>.Empty.Add("LIBOR", 0.056875).Add("lease rate", 0.01125),
                Prices = ImmutableSortedDictionary<string, Quantity>.Empty.Add("gold", 390 * (Units.Usd / Units.GoldOunce)),
            },
        };
    }

    static TermLoan Loan(string name, double margin, string index, Draws draws) => new()
    {
        Name = name, Commitment = 3_900_000 * Units.Usd, Draws = draws,
        Interest = new() { Index = index, Margin = new(margin), Dates = new Every(NodaTime.Period.FromMonths(3), new LocalDate(1997, 3, 31), Maturity) },
        Repayment = new EqualPrincipal(new Every(NodaTime.Period.FromMonths(3), new LocalDate(1997, 6, 30), Maturity)),
        BusinessDays = new() { AdjustInterest = false },
    };
}
