using NodaTime;
using ProjectFinance.Amounts;
using static ProjectFinance.Tests.Seeds.FilingFacts;

namespace ProjectFinance.Tests.Seeds;

/// <summary>8-K 1996-07-11, Item 5: the convertible note. One test a fact.</summary>
public sealed class FilingFactTestsNote
{
    [Fact]
    public void ConversionPrice_OfTheNote_Is340AShare() => Assert.Equal(3.40, Signed.On("Convertible note / Conversion price", 1996, 7, 11), 1e-12);

    [Fact]
    public void ReservedShares_OfTheNote_Are735294() => Assert.Equal(735_294, Signed.On("Convertible note / Shares on conversion", 1996, 7, 11));

    [Fact]
    public void Conversion_AtTheLendersOption_GivesItTheReservedShares()
    {
        var run = RunOf(With(2, note => note with { Conversion = note.Conversion! with { ByLender = new(new OnOrAfter(new LocalDate(1998, 3, 31))) } }));

        Assert.Equal(735_294, run.On("USMX / Shares of Lender", 1998, 3, 31));
        Assert.Equal(0, run.On("Convertible note / Closing balance", 1998, 3, 31), 1e-6);
    }

    [Fact]
    public void ForcedConversion_After30ClosesAbove475_IsTheCompanysRight() => Assert.Equal(
        new ConsecutiveFixings("USMX", Relation.Above, 4.75 * Unit.Parse("USD/share"), 30), July.Facilities[2].Conversion?.ByBorrower?.When);

    [Fact]
    public void Interest_OfTheNote_IsLiborPlusTwo() => Assert.Equal(0.056875 + 0.02, Signed.On("Convertible note / Rate", 1996, 9, 30), 1e-12);

    [Fact]
    public void Interest_OfTheNote_IsPaidAtLeastHalfYearly()
    {
        var dates = Laid.Loans[2].InterestDates;

        Assert.All(dates.Zip(dates.Skip(1)), pair => Assert.True(pair.First.PlusMonths(6) >= pair.Second));
    }

    [Fact]
    public void Term_OfTheNote_IsAboutFourYears() => Assert.Equal(new LocalDate(2000, 6, 30), Laid.Loans[2].Maturity);

    [Fact]
    public void Proceeds_OfTheNote_StandWholeInTheProceedsAccount()
    {
        Assert.Equal("Proceeds Account", July.Accounts[1].PartOf);
        Assert.Equal(2_500_000, Signed.On("Note proceeds / Closing balance", 1996, 7, 11), 1e-6);
    }

    // Until the project loan is repaid what leaves the proceeds is the note's interest.
    [Fact]
    public void Proceeds_OfTheNote_PayItsInterestAndNothingElse()
    {
        var repaid = Signed.Model.Periods.First(t => Signed["Milestones / Repayment of the project loan", t] == 1);
        var until = Signed.Columns(July.Closing, repaid.End).ToArray();

        Assert.All(until, t => Assert.Equal(0, Signed["Note proceeds / Distribution", t]));
        Assert.Equal(2_500_000 - until.Sum(t => Signed["Convertible note / Interest paid", t]), Signed["Note proceeds / Closing balance", until[^1]], 0.01);
    }

    [Fact]
    public void Dilution_OnConversion_IsTheReservedSharesOfAll() => Assert.Equal(
        735_294 / (16_217_505 + 735_294.0), Signed.On("Convertible note / Dilution on conversion", 1996, 7, 11), 1e-6);
}
