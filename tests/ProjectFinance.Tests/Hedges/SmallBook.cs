using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Hedges;
using ProjectFinance.Operations;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Hedges;

/// <summary>A mine that produces 40,000 oz in 1997 and 60,000 oz in 1998, an account, and a hedge book; no loan. Small enough for a pocket calculator.</summary>
sealed record SmallBook
{
    public const string H = "Hedging";

    public static readonly LocalDate Closing = new(1996, 12, 31), June = new(1997, 6, 30), December = new(1997, 12, 31), Sale = new(1997, 12, 15);

    public static readonly Unit UsdPerOunce = Units.Usd / Units.GoldOunce, UsdPerSilver = Units.Usd / Units.SilverOunce;

    /// <summary>The average prices of gold by quarter. A day without a fixing of its own has that of its quarter.</summary>
    public static readonly (string Quarter, decimal Price)[] Gold =
        [("1996-Q4", 376), ("1997-Q1", 351), ("1997-Q2", 343), ("1997-Q3", 324), ("1997-Q4", 307), ("1998-Q1", 294), ("1998-Q2", 300), ("1998-Q3", 289), ("1998-Q4", 295)];

    public HedgeTrade[] Trades { get; init; } = [];

    public Func<HedgeBook, HedgeBook> Book { get; init; } = book => book;

    public Func<HedgedProduct, HedgedProduct> Product { get; init; } = product => product;

    /// <summary>The price production is sold at.</summary>
    public string Price { get; init; } = "gold";

    /// <summary>Fixings of gold. 26 June 1997 is two London business days before 30 June.</summary>
    public (LocalDate On, double Price)[] Fixings { get; init; } = [(new(1997, 6, 26), 337), (June, 334.55)];

    /// <summary>The yearly rate of the index "gold contango", by the day from which it holds.</summary>
    public (LocalDate On, double Rate)[] Contango { get; init; } = [(LocalDate.MinIsoValue, 0.02)];

    public ImmutableArray<LineTerms> Lines { get; init; } = [];

    /// <summary>A forward sale of gold in one delivery.</summary>
    public static Forward Forward(double ounces, double price, LocalDate on, string name = "Forward") =>
        new(price * UsdPerOunce) { Name = name, Product = "gold", Deliveries = On(ounces * Units.GoldOunce, on) };

    public static DatedDeliveries On(Quantity ounces, params LocalDate[] dates) => new([.. dates.Select(date => new DatedAmount(date, ounces))]);

    public static EqualDeliveries Quarterly(double total, LocalDate first, LocalDate last) => new(total * Units.GoldOunce, new Every(NodaTime.Period.FromMonths(3), first, last));

    public Deal Deal()
    {
        var book = Book(new()
        {
            Currency = Units.Usd,
            Products =
            [
                Product(new() { Price = "gold", Unit = Units.GoldOunce, Production = "Project / Production" }),
                new() { Price = "silver", Unit = Units.SilverOunce },
            ],
            Trades = [.. Trades],
        });
        return new()
        {
            Name = "Small book",
            Closing = Closing,
            End = new(1998, 12, 31),
            Milestones = [new() { Name = "Sale", Expected = Sale }],
            Projects =
            [
                new()
                {
                    Name = "Project", Currency = Units.Usd, Price = Price,
                    Production = new() { Unit = Units.GoldOunce, Amounts = ImmutableSortedDictionary<string, double>.Empty.Add("1997", 40_000).Add("1998", 60_000) },
                },
            ],
            Hedges = [book],
            Accounts =
            [
                new()
                {
                    Name = "Account", Currency = Units.Usd,
                    Receipts = ["Project / Revenue", $"{H} / Received", .. book.CloseOuts.IsEmpty ? (ImmutableArray<string>)[] : [$"{H} / Close-out proceeds"]],
                    Waterfall =
                    [
                        new("Project / Royalty"), new("Project / Operating costs"), new("Project / Capital costs"), new($"{H} / Settlement"),
                        .. book.Trades.Any(trade => trade is Put { Premium: not null } or Collar { Premium: not null }) ? [new($"{H} / Premium")] : Array.Empty<Payment>(),
                        .. book.CloseOuts.IsEmpty ? [] : new Payment[] { new($"{H} / Close-out owed") },
                        .. book.ProceedsTo.Select(payment => new Payment($"{H} / Close-out to {payment.To}")),
                    ],
                },
            ],
            Lines = Lines,
        };
    }

    public Market Market() => new()
    {
        Name = "Small",
        Indices = ImmutableSortedDictionary<string, IndexSeries>.Empty.Add("gold contango", new() { Forward = Contango.ToImmutableSortedDictionary(c => c.On, c => (Percentage)c.Rate) }),
        Prices = ImmutableSortedDictionary<string, PriceSeries>.Empty
            .Add("gold", new()
            {
                Unit = UsdPerOunce,
                Values = Gold.ToImmutableSortedDictionary(q => q.Quarter, q => (double)q.Price),
                Fixings = Fixings.ToImmutableSortedDictionary(f => f.On, f => f.Price),
            })
            .Add("silver", new() { Unit = UsdPerSilver, Values = ImmutableSortedDictionary<string, double>.Empty.Add("1996", 5).Add("1997", 4.7).Add("1998", 5.5) }),
    };

    /// <summary>Computes every line, with other values for some inputs.</summary>
    public Run Run(Func<Model, IEnumerable<(InputCell Cell, double Value)>>? changes = null)
    {
        var model = DealLayout.Lay(Deal(), Market()).Model;
        var run = new Runner(model).Run((changes?.Invoke(model) ?? []).ToDictionary(change => change.Cell, change => change.Value));
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }

    /// <summary>Everything that is wrong with the deal and its market.</summary>
    public IReadOnlyList<Problem> Problems()
    {
        try { DealLayout.Lay(Deal(), Market()); }
        catch (InvalidInputException found) { return found.Problems; }
        return [];
    }
}
