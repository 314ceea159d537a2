using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Facilities;

/// <summary>
/// The convertible note of 8-K 1996-07-11, Item 5(a), alone: USD 2,500,000 lent in full at closing for four years at LIBOR + 2 %, convertible at USD 3.40. Its proceeds lie in a part
/// of the Proceeds Account out of which nothing but the note is paid. LIBOR is 5.6875 % and dates are not moved to business days.
/// </summary>
sealed record NoteDeal
{
    public const string N = "Convertible note";
    public const string Part = "Note proceeds";

    public static LocalDate Closing { get; } = new(1996, 7, 11);

    public static LocalDate Maturity { get; } = new(2000, 6, 30);

    public static Unit UsdPerShare { get; } = Units.Usd / Units.Share;

    /// <summary>The shares of the borrower: 16,217,663 at closing, and those of the conversion.</summary>
    public ShareCapital Usmx { get; init; } = new() { Name = "USMX", OutstandingAtClosing = 16_217_663 * Units.Share, Issues = [new LineIssue { Name = "Conversion", Line = $"{N} / Shares issued", Holder = "Lender" }] };

    public ConversionTerms Conversion { get; init; } = new() { Price = 3.40 * UsdPerShare, Shares = "USMX" };

    /// <summary>Daily closing prices of the share, by day; the price is 2.50 on other days.</summary>
    public (LocalDate On, double Price)[] Closes { get; init; } = [];

    /// <summary>The same price on so many weekdays from a day on.</summary>
    public static IEnumerable<(LocalDate On, double Price)> Weekdays(LocalDate from, int count, double price) =>
        Enumerable.Range(0, count * 2).Select(from.PlusDays).Where(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)).Take(count).Select(day => (day, price));

    public Deal Deal() => new()
    {
        Name = "Note",
        Closing = Closing,
        End = Maturity,
        Milestones = [new() { Name = "Offering" }],
        Contributions = [new() { Name = "Sponsor / Paid in", Currency = Units.Usd, Payments = [new(Maturity, 2_500_000 * Units.Usd)] }],
        Shares = [Usmx],
        Facilities =
        [
            new()
            {
                Name = N,
                Commitment = 2_500_000 * Units.Usd,
                Interest = new() { Index = "LIBOR", Margin = new(0.02), Dates = new Every(NodaTime.Period.FromMonths(3), new LocalDate(1996, 9, 30), Maturity) },
                Draws = new Advances([new(Closing, 2_500_000 * Units.Usd)]),
                Repayment = new Bullet(Maturity),
                BusinessDays = new() { AdjustInterest = false },
                Conversion = Conversion,
            },
        ],
        Accounts =
        [
            new() { Name = "Proceeds Account", Currency = Units.Usd, Receipts = ["Sponsor / Paid in"], Waterfall = [new($"{N} / Principal"), .. Conversion.FractionInCash ? [new($"{N} / Cash for a fraction of a share")] : Array.Empty<ProjectFinance.Accounts.Payment>()] },
            new() { Name = Part, PartOf = "Proceeds Account", Currency = Units.Usd, Receipts = [], Draws = [$"{N} / Draw"], Waterfall = [new($"{N} / Interest")] },
        ],
    };

    public Market Market() => new()
    {
        Name = "Small",
        Indices = ImmutableSortedDictionary<string, IndexSeries>.Empty.Add("LIBOR", new() { Forward = ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(LocalDate.MinIsoValue, 0.056875) }),
        Prices = ImmutableSortedDictionary<string, PriceSeries>.Empty.Add("USMX", new()
        {
            Unit = UsdPerShare, Values = ImmutableSortedDictionary<string, double>.Empty.Add("1996-07-10/2000-12-31", 2.5), Fixings = Closes.ToImmutableSortedDictionary(close => close.On, close => close.Price),
        }),
    };

    public Model Lay() => DealLayout.Lay(Deal(), Market()).Model;

    /// <summary>Computes every line.</summary>
    /// <param name="offering">When the milestone "Offering" is reached. The default is never.</param>
    /// <param name="inDefault">Up to which day a default continues, from the closing on. The default is that there is none.</param>
    public Run Run(LocalDate? offering = null, LocalDate? inDefault = null)
    {
        var model = Lay();
        if (inDefault is { } until) model.Flag("Defaults / Continuing", t => t.End <= until);
        var milestone = model.FindMilestone("Offering");
        var run = new Runner(model).Run(offering is null ? [] : new Dictionary<InputCell, double> { [milestone.Date!.Input] = milestone.DayNumber(offering) });
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }
}
