using NodaTime;
using ProjectFinance.Facilities;

namespace ProjectFinance.Tests.Oracle;

/// <summary>What a gold case says: a dollar loan advanced and repaid in eight instalments, a gold loan it is converted into, contributions that pay for both.</summary>
sealed record OracleGoldCase
{
    public required LocalDate Closing { get; init; }
    public required LocalDate[] ColumnEnds { get; init; }
    public required LocalDate[] InterestDates { get; init; }
    public required LocalDate[] InstalmentDates { get; init; }
    public (LocalDate On, decimal Amount)[] Advances { get; init; } = [];
    public (LocalDate On, decimal Amount)[] PaidIn { get; init; } = [];
    public decimal Commitment { get; init; } = 19_500_000m;
    public decimal DollarRate { get; init; } = 0.079375m;
    public decimal GoldRate { get; init; } = 0.03375m;
    public (LocalDate On, decimal Price)[] Fixings { get; init; } = [];
    public decimal PriceOtherwise { get; init; } = 382.70m;
    public required LocalDate Election { get; init; }
    public LocalDate? AllowedFrom { get; init; }
    public LocalDate? Back { get; init; }
    public decimal Part { get; init; } = 1m;
    public OunceRounding Rounding { get; init; }
    public ConversionLimit Limit { get; init; }
    public decimal? OuncesFromTheStart { get; init; }
    public InterestSettlement InterestAt { get; init; }
}

/// <summary>
/// The gold loan of docs/facilities.md a second time: literal, day by day, in decimal, sharing nothing with the library but the names of its options.
/// </summary>
sealed class OracleGold
{
    const decimal DefaultMargin = 0.02m;

    // Bank holidays of England and Wales on weekdays, as far as the cases reach.
    static readonly HashSet<LocalDate> Holidays =
    [
        new(1996, 8, 26), new(1996, 12, 25), new(1996, 12, 26), new(1997, 1, 1), new(1997, 3, 28), new(1997, 3, 31), new(1997, 5, 5), new(1997, 5, 26), new(1997, 8, 25),
        new(1997, 12, 25), new(1997, 12, 26), new(1998, 1, 1), new(1998, 4, 10), new(1998, 4, 13), new(1998, 5, 4), new(1998, 5, 25), new(1998, 8, 31), new(1998, 12, 25),
        new(1998, 12, 28), new(1999, 1, 1), new(1999, 4, 2), new(1999, 4, 5), new(1999, 5, 3), new(1999, 5, 31), new(1999, 8, 30), new(1999, 12, 27), new(1999, 12, 28),
        new(1999, 12, 31), new(2000, 1, 3), new(2000, 4, 21), new(2000, 4, 24), new(2000, 5, 1), new(2000, 5, 29), new(2000, 8, 28), new(2000, 12, 25), new(2000, 12, 26),
    ];

    readonly OracleGoldCase deal;
    readonly OracleTimeline timeline;
    readonly OracleSheet sheet;
    readonly OracleSheet own;

    OracleGold(OracleGoldCase deal)
    {
        this.deal = deal;
        timeline = new OracleTimeline(deal.Closing, deal.ColumnEnds);
        (sheet, own) = (new(timeline.Columns), new(timeline.Columns));
    }

    public static OracleResult Run(OracleGoldCase deal)
    {
        var gold = new OracleGold(deal);
        for (var t = 0; t < gold.timeline.Columns; t++) gold.Column(t);
        return gold.sheet.ToResult();
    }

    void Column(int t)
    {
        var (end, q) = (timeline.End(t), FixedBefore(timeline.End(t)));
        Owe("Project loan", t, deal.DollarRate);
        Owe("Gold loan", t, deal.GoldRate);

        // Advances, as far as the commitment reaches: what is in gold uses it.
        var used = sheet.Before("Project loan / Closing balance", t) + own.Before("gold at the conversion price", t);
        var open = end <= deal.Advances.Max(a => a.On);
        var wanted = deal.Advances.Where(a => t == 0 ? a.On == end : a.On > timeline.Start(t) && a.On <= end).Sum(a => a.Amount);
        var draw = sheet["Project loan / Draw", t] = open ? Math.Min(wanted, Math.Max(0m, deal.Commitment - used)) : 0m;

        // The conversion, once, after what falls due.
        var was = t > 0 && sheet["Gold loan / Is converted", t - 1] == 1m;
        var elected = end >= deal.Election;
        var allowed = deal.AllowedFrom is not { } from || from <= end;
        var converting = elected && allowed && !was;
        sheet["Gold loan / Conversion blocked", t] = elected && !allowed && !was ? 1m : 0m;
        sheet["Gold loan / Is converted", t] = converting || was ? 1m : 0m;
        var price = sheet["Gold loan / Conversion price", t] = converting ? q : sheet.Before("Gold loan / Conversion price", t);
        var dollars = Math.Max(0m, sheet["Project loan / Opening balance", t] + draw - sheet["Project loan / Principal due", t]) * deal.Part;
        var credit = deal.OuncesFromTheStart is { } stated ? stated * q : deal.Commitment;
        var convertible = Math.Min(dollars, credit);
        var most = deal.OuncesFromTheStart ?? Rounded(deal.Commitment / q);
        var ounces = sheet["Gold loan / Converted", t] = converting ? Math.Min(Rounded(convertible / q), most) : 0m;
        var converted = sheet["Project loan / Converted", t] = converting ? Math.Min(ounces * q, convertible) : 0m;
        var limit = sheet["Gold loan / Limit", t] = deal.OuncesFromTheStart ?? (!converting && !was ? 0m : deal.Limit switch
        {
            ConversionLimit.WholeFacility => converting ? most : sheet["Gold loan / Limit", t - 1],
            ConversionLimit.PerConversion => converting ? ounces : sheet["Gold loan / Limit", t - 1],
            _ => converting ? most : deal.Commitment / q,
        });

        // What is more than the limit is owed back; then what is left may go back into dollars.
        var left = Math.Max(0m, sheet["Gold loan / Opening balance", t] + ounces - sheet["Gold loan / Principal due", t]);
        var excess = sheet["Gold loan / Excess over limit", t] = Math.Max(0m, left - limit);
        var marked = deal.Limit == ConversionLimit.MarkedToMarket;
        var overdueReturn = marked ? own.Before("return overdue", t) : 0m;
        var returnDue = marked ? Math.Max(0m, excess - overdueReturn) + overdueReturn : 0m;
        var wasBack = t > 0 && own["is back", t - 1] == 1m;
        var going = was && deal.Back is { } day && end >= day && !wasBack;
        own["is back", t] = going || wasBack ? 1m : 0m;
        var back = own["back", t] = going ? Math.Max(0m, left - returnDue) : 0m;
        if (deal.Back is not null)
        {
            sheet["Gold loan / Converted back", t] = back;
            sheet["Project loan / Converted back", t] = back * q;
            sheet["Gold loan / Gain on conversion back", t] = back * (price - q);
        }

        // Payments, in order, of what there is.
        var interestPrice = InterestPrice(t, price, q, was);
        var cash = sheet.Before("Proceeds Account / Closing balance", t) + draw + deal.PaidIn.Where(p => p.On == end).Sum(p => p.Amount);
        decimal Pay(string what, int column, decimal due, decimal at, bool shown)
        {
            var payment = Math.Min(due * at, Math.Max(0m, cash));
            cash -= payment;
            if (shown) sheet[$"{what} paid in USD", column] = payment;
            return payment >= due * at ? due : payment / at;
        }

        foreach (var (what, at, shown) in new[] { ("Project loan / Interest", 1m, false), ("Project loan / Principal", 1m, false), ("Gold loan / Interest", interestPrice, true), ("Gold loan / Principal", q, true) })
        {
            var due = sheet[$"{what} due", t];
            var paid = sheet[$"{what} paid", t] = Pay(what, t, due, at, shown);
            sheet[$"{what} overdue", t] = due - paid;
        }

        var returned = marked ? Pay("Gold loan / Return of excess", t, returnDue, q, shown: true) : 0m;
        own["return overdue", t] = returnDue - returned;
        sheet["Proceeds Account / Closing balance", t] = cash;
        sheet["Project loan / Closing balance", t] = sheet["Project loan / Opening balance", t] + draw - sheet["Project loan / Principal paid", t] - converted + back * q;
        var closing = sheet["Gold loan / Closing balance", t] = sheet["Gold loan / Opening balance", t] + ounces - sheet["Gold loan / Principal paid", t] - returned - back;
        own["gold at the conversion price", t] = closing * price;

        var spot = On(end);
        sheet["Gold loan / Value", t] = closing * spot;
        sheet["Gold loan / Unrealised gain", t] = closing * (price - spot);
        sheet["Gold loan / Debt service in USD", t] = own["Gold loan charged interest", t] * interestPrice + own["Gold loan charged principal", t] * q;
        Ahead("Project loan", t, Math.Max(0m, sheet["Project loan / Opening balance", t] + draw - sheet["Project loan / Principal due", t] - converted + back * q), deal.DollarRate, "", 1m, 1m);
        Ahead("Gold loan", t, Math.Max(0m, sheet["Gold loan / Opening balance", t] + ounces - sheet["Gold loan / Principal due", t] - returned - back), deal.GoldRate, " in USD",
            deal.InterestAt == InterestSettlement.AtConversionPrice ? price : q, q);
    }

    /// <summary>What accrues day by day, and what falls due.</summary>
    void Owe(string loan, int t, decimal rate)
    {
        var end = timeline.End(t);
        var opening = sheet[$"{loan} / Opening balance", t] = sheet.Before($"{loan} / Closing balance", t);
        var (lateInterest, latePrincipal) = (sheet.Before($"{loan} / Interest overdue", t), sheet.Before($"{loan} / Principal overdue", t));
        decimal interest = 0m, onDefault = 0m;
        foreach (var _ in timeline.Days(t))
        {
            interest += opening * rate / 360m;
            onDefault += (lateInterest * (rate + DefaultMargin) + latePrincipal * DefaultMargin) / 360m;
        }

        sheet[$"{loan} / Interest", t] = interest;
        sheet[$"{loan} / Default interest", t] = onDefault;
        var accrued = own.Before($"{loan} accrued", t) + interest + onDefault;
        var falling = deal.InterestDates.Contains(end) ? accrued : 0m;
        own[$"{loan} accrued", t] = accrued - falling;
        own[$"{loan} charged interest", t] = falling;
        sheet[$"{loan} / Interest due", t] = falling + lateInterest;
        var scheduled = Math.Max(0m, opening - latePrincipal) * Share(end);
        own[$"{loan} charged principal", t] = scheduled;
        sheet[$"{loan} / Principal due", t] = scheduled + latePrincipal;
    }

    // Equal instalments: one of those that are left.
    decimal Share(LocalDate day) => Array.IndexOf(deal.InstalmentDates, day) is var j and >= 0 ? 1m / (deal.InstalmentDates.Length - j) : 0m;

    void Ahead(string loan, int t, decimal balance, decimal rate, string unit, decimal interestPrice, decimal price)
    {
        decimal interest = 0m, rest = 1m;
        foreach (var day in timeline.DaysAhead(t, 3))
        {
            var start = timeline.Start(timeline.ColumnOf(day));
            interest += balance * deal.InstalmentDates.Where(p => p > timeline.End(t) && p <= start).Aggregate(1m, (left, p) => left * (1m - Share(p))) * rate / 360m;
        }

        foreach (var p in deal.InstalmentDates.Where(p => p > timeline.End(t) && p <= OracleTimeline.PlusMonths(timeline.End(t), 3))) rest *= 1m - Share(p);
        sheet[$"{loan} / Interest for the next 3 months{unit}", t] = interest * interestPrice;
        sheet[$"{loan} / Principal for the next 3 months{unit}", t] = balance * (1m - rest) * price;
    }

    decimal InterestPrice(int t, decimal conversion, decimal q, bool was)
    {
        if (deal.InterestAt == InterestSettlement.AtConversionPrice) return conversion;
        if (deal.InterestAt == InterestSettlement.AtPayment) return q;
        if (t == 0) return own["interest price", t] = 0m;
        var start = timeline.Start(t);
        bool begins = start == deal.Closing || deal.InterestDates.Contains(start);
        bool justConverted = was && (t < 2 || sheet["Gold loan / Is converted", t - 2] == 0m);
        return own["interest price", t] = begins && start >= deal.Election ? FixedBefore(start) : justConverted ? sheet["Gold loan / Conversion price", t - 1] : own["interest price", t - 1];
    }

    decimal Rounded(decimal ounces) => deal.Rounding switch
    {
        OunceRounding.DownToThousandth => Math.Floor(ounces * 1000m + 0.000001m) / 1000m,
        OunceRounding.DownToWhole => Math.Floor(ounces + 0.000001m),
        _ => ounces,
    };

    decimal FixedBefore(LocalDate day)
    {
        for (var left = 2; left > 0;)
        {
            day = day.PlusDays(-1);
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !Holidays.Contains(day)) left--;
        }

        return On(day);
    }

    decimal On(LocalDate day)
    {
        for (var back = 0; back <= 7; back++)
            foreach (var (on, price) in deal.Fixings)
                if (on == day.PlusDays(-back)) return price;
        return deal.PriceOtherwise;
    }
}
