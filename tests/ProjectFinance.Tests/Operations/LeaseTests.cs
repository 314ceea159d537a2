using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Operations;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;
using ProjectFinance.Tests.Time;

namespace ProjectFinance.Tests.Operations;

/// <summary>The lease of 8-K 1996-07-11, Item 2(a): commercial production by 16 December 1997, two extensions of a year, ended on 16 December 1999.</summary>
public class LeaseTests
{
    const string N = "Upland lease";

    static readonly LocalDate First = new(1997, 12, 16);
    static readonly LocalDate Second = new(1998, 12, 16);
    static readonly LocalDate Last = new(1999, 12, 16);

    // US CPI-U of the Bureau of Labor Statistics, not seasonally adjusted, for the Decembers of 1994, 1997 and 1998.
    static readonly (string Month, double Index)[] Cpi = [("1994-12", 149.7), ("1996-12", 158.6), ("1997-12", 161.3), ("1998-12", 163.9)];

    // 300,000 x 161.3 / 149.7 = 323,246.49 and 300,000 x 163.9 / 149.7 = 328,456.91.
    [Fact]
    public void AdvanceRoyalty_WhereProductionNeverComes_IsPaidForEachExtensionAtTheIndexOfItsMonth()
    {
        var run = Run(Terms());

        Assert.Equal([(First, 323_246.49), (Second, 328_456.91)], run.Payments($"{N} / Advance royalty paid"));
        Assert.Equal(Days(Second), run.At($"{N} / Deadline", First));
        Assert.Equal(Days(Last), run.At($"{N} / Deadline", Second));
        Assert.Equal([Last], Beginning(run, $"{N} / Terminated"));
        Assert.Equal([Last], Beginning(run, $"Breaches / {N} terminated"));
        Assert.Equal(1, run.At($"{N} / In force", Last));
        Assert.Equal(0, run.At($"{N} / In force", new(1999, 12, 31)));
    }

    // The index of December 1996 is that of a year before the first deadline: 300,000 x 158.6 / 149.7 = 317,835.67.
    [Fact]
    public void Indexation_WithALagOfAYear_TakesTheDecemberBefore()
    {
        var run = Run(Terms() with { Indexation = new() { Series = "US CPI-U", Base = "1994-12", LagMonths = 12 } });

        Assert.Equal([(First, 317_835.67), (Second, 323_246.49)], run.Payments($"{N} / Advance royalty paid"));
    }

    [Fact]
    public void Indexation_LeftOut_LeavesTheAmountAsStated() =>
        Assert.Equal([(First, 300_000), (Second, 300_000)], Run(Terms() with { Indexation = null }).Payments($"{N} / Advance royalty paid"));

    [SharedDataFact("us-cpi-u-nsa-monthly.csv")]
    public void AdvanceRoyalty_WithThePublishedIndex_IsTheSame()
    {
        var months = File.ReadLines(SharedData.Find("us-cpi-u-nsa-monthly.csv")!).Skip(1).Select(line => line.Split(','))
            .Where(parts => parts[1].Length > 0).Select(parts => (parts[0][..7], double.Parse(parts[1], CultureInfo.InvariantCulture)));

        var run = Run(Terms(), cpi: [.. months]);

        Assert.Equal([(First, 323_246.49), (Second, 328_456.91)], run.Payments($"{N} / Advance royalty paid"));
    }

    [Theory]
    [InlineData("1997-12-16", 0)]
    [InlineData("1997-12-17", 1)]
    [InlineData("1998-12-16", 1)]
    [InlineData("1999-12-16", 2)]
    public void Extension_IsPaidOnlyWhereTheMilestoneIsNotReachedOnTheDeadline(string reached, int extensions)
    {
        var run = Run(Terms(), reached: NodaTime.Text.LocalDatePattern.Iso.Parse(reached).Value);

        Assert.Equal(extensions, run.Payments($"{N} / Advance royalty paid").Length);
        Assert.Empty(Beginning(run, $"{N} / Terminated"));
    }

    [Fact]
    public void Extension_NotExercised_EndsTheLeaseOnItsDeadline()
    {
        var terms = Terms();
        var run = Run(terms with { Extensions = [terms.Extensions[0], terms.Extensions[1] with { Exercised = false }] });

        Assert.Equal([(First, 323_246.49)], run.Payments($"{N} / Advance royalty paid"));
        Assert.Equal([Second], Beginning(run, $"{N} / Terminated"));
    }

    // 400,000 pays the first extension and leaves 76,753.51: not enough for the second, which does not take effect.
    [Fact]
    public void Extension_NotPaidInFull_EndsTheLease()
    {
        var run = Run(Terms(), paidIn: 400_000);

        Assert.Equal([(First, 323_246.49), (Second, 76_753.51)], run.Payments($"{N} / Advance royalty paid"));
        Assert.Equal(Days(Second), run.At($"{N} / Deadline", Second));
        Assert.Equal([Second], Beginning(run, $"{N} / Terminated"));
    }

    [Fact]
    public void Lease_WithoutExtensions_EndsOnItsDeadline() =>
        Assert.Equal([First], Beginning(Run(Terms() with { Extensions = [], Indexation = null, Termination = null }), $"{N} / Terminated"));

    [Fact]
    public void Lease_WrittenAsJson_ReadsBack()
    {
        var terms = Deal(Terms()) with { Accounts = [Account(true)] };
        var json = terms.ToJson();

        var again = ProjectFinance.Deal.Parse(json);

        Assert.Equal(json, again.ToJson());
        Assert.Equal(terms.Leases[0].Extensions.AsEnumerable(), again.Leases[0].Extensions);
        Assert.Equal(terms.Leases[0].Indexation, again.Leases[0].Indexation);
    }

    [Fact]
    public void Lease_ThatMakesNoSense_IsReportedWithEveryPlace()
    {
        var terms = Terms();
        var broken = terms with
        {
            Milestone = "Commercial Prodution", Deadline = new(1990, 1, 1), Termination = new(1991, 1, 1),
            Extensions = [new(NodaTime.Period.FromYears(1), -5 * Units.Usd), new(NodaTime.Period.FromYears(1), 5 * Units.Cad)], Indexation = new() { Series = "", Base = "1994-13", LagMonths = -1 },
        };

        var found = DealValidation.Problems(Deal(broken)).ToList();

        Assert.Equal(
            ["leases[0].deadline", "leases[0].extensions[0].payment", "leases[0].extensions[1].length", "leases[0].extensions[1].payment", "leases[0].indexation.base", "leases[0].indexation.lagMonths", "leases[0].indexation.series", "leases[0].milestone"],
            found.Select(p => p.Where).Order(StringComparer.Ordinal));
        Assert.Contains(found, p => p.Fact == "extension 2 reaches 1992-01-01, after the termination 1991-01-01");
        Assert.Contains(found, p => p.Allowed.Contains("did you mean 'Commercial Production'?", StringComparison.Ordinal));
    }

    [Fact]
    public void Lease_WithStepsThatGoNowhere_IsReported() =>
        Assert.Contains(DealValidation.Problems(Deal(Terms() with { Extensions = [new(NodaTime.Period.Zero, 300_000 * Units.Usd)] })), p => p.Where == "leases[0].extensions[0].length");

    [Fact]
    public void Indexation_WithoutAnIndex_SaysWhereToGiveOne()
    {
        var found = Assert.Throws<InvalidInputException>(() => new Runner(DealLayout.Lay(Deal(Terms())).Model).Run());

        Assert.Contains("Price 'US CPI-U'", found.Message, StringComparison.Ordinal);
        Assert.Contains("planning assumptions", found.Message, StringComparison.Ordinal);
    }

    static Lease Terms() => new()
    {
        Name = N, Milestone = "Commercial Production", Deadline = First, Termination = Last,
        Extensions = [new(NodaTime.Period.FromYears(1), 300_000 * Units.Usd), new(NodaTime.Period.FromYears(1), 300_000 * Units.Usd)],
        Indexation = new() { Series = "US CPI-U", Base = "1994-12" },
    };

    static Deal Deal(Lease terms, LocalDate? reached = null, double paidIn = 1_000_000) => new()
    {
        Name = "Lease",
        Closing = new(1996, 7, 11),
        End = new(2000, 12, 31),
        Milestones = [new() { Name = "Commercial Production", Expected = reached }],
        Leases = [terms],
        Contributions = [new() { Name = "Sponsor / Paid in", Currency = Units.Usd, Payments = [new(new(1996, 9, 30), paidIn * Units.Usd)] }],
        Accounts = [Account(!terms.Extensions.IsEmpty)],
    };

    static Account Account(bool pays) =>
        new() { Name = "Account", Currency = Units.Usd, Receipts = ["Sponsor / Paid in"], Waterfall = pays ? [new($"{N} / Advance royalty")] : [] };

    static Run Run(Lease terms, LocalDate? reached = null, double paidIn = 1_000_000, (string Month, double Index)[]? cpi = null)
    {
        var index = new PriceSeries { Unit = Unit.None, Values = (cpi ?? Cpi).ToImmutableSortedDictionary(c => c.Month, c => c.Index) };
        var run = Deal(terms, reached, paidIn).Run(new Market { Name = "Index", Prices = ImmutableSortedDictionary<string, PriceSeries>.Empty.Add("US CPI-U", index) });
        Assert.True(run.Passed);
        return run;
    }

    static double Days(LocalDate date) => NodaTime.Period.DaysBetween(new(1996, 7, 11), date);

    /// <summary>The ends of the columns in which a flag begins to hold.</summary>
    static LocalDate[] Beginning(Run run, string flag) =>
        [.. run.Model.Periods.Where(t => run[flag, t] != 0 && (t.IsFirst || run[flag, run.Model.Periods[t.Index - 1]] == 0)).Select(t => t.End)];
}
