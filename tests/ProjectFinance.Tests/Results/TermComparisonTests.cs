using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Results;

/// <summary>Terms that differ, as read off the two term sheets by eye.</summary>
public class TermComparisonTests
{
    [Theory]
    [InlineData("USD 1,000,000\",\n", "USD 1,200,000\",\n", "Facility 'Loan': commitment USD 1,000,000 -> USD 1,200,000")]
    [InlineData("\"2%\"", "\"3%\"", "Facility 'Loan': interest, margin 2% -> 3%")]
    [InlineData("\"2%\"", "{ \"initial\": \"2%\", \"changes\": [{ \"on\": \"Completion\", \"to\": \"1%\" }] }", "Facility 'Loan': interest, margin, change 'Completion' added: on Completion, to 1%")]
    [InlineData("\"LIBOR\": \"6%\"", "\"LIBOR\": \"6.5%\"", "Deal: planning, indices, 'LIBOR' 6% -> 6.5%")]
    [InlineData("\"end\": \"2001-12-31\"", "\"end\": \"2001-12-31\", \"step\": \"month\"", "Deal: step left out -> month")]
    [InlineData(", \"expected\": \"2001-06-30\"", "", "Milestone 'Completion': expected 2001-06-30 -> left out")]
    [InlineData("\"USD 200,000\"", "\"USD 250,000\"", "Contribution 'Sponsor / Paid in': payment '2000-12-31', amount USD 200,000 -> USD 250,000")]
    [InlineData("[6]", "[6, 9]", "Facility 'Loan': look ahead month '9' added")]
    [InlineData("[6]", "[3]", "Facility 'Loan': look ahead months 6 -> left out")]
    [InlineData("{ \"bullet\": { \"date\": \"2001-12-31\" } }", "{ \"equalPrincipal\": { \"dates\": { \"onDates\": [\"2001-12-31\"] } } }",
        "Facility 'Loan': repayment bullet (date 2001-12-31) -> equal principal (dates (on dates (2001-12-31)))")]
    [InlineData("{ \"pay\": \"Loan / Interest\" }, { \"pay\": \"Loan / Principal\" }", "{ \"pay\": \"Loan / Principal\" }, { \"pay\": \"Loan / Interest\" }",
        "Account 'Account': waterfall in another order: Loan / Interest, Loan / Principal -> Loan / Principal, Loan / Interest")]
    [InlineData("\"milestones\": [{ \"name\": \"Completion\", \"expected\": \"2001-06-30\" }],", "", "Milestone 'Completion' removed: expected 2001-06-30")]
    public void Term_ThatDiffers_IsToldWithTheThingAroundIt(string old, string with, string told)
    {
        var comparison = ShortLoan.Compared(old.ReplaceLineEndings("\n"), with.ReplaceLineEndings("\n"));

        var text = ComparisonText.Write(comparison).Split('\n').SkipWhile(line => line != "Terms that differ").Skip(2).TakeWhile(line => line.Length > 0);
        // Long sentences are broken between words.
        Assert.Equal(told, string.Join(' ', text.Select(line => line.Trim())));
    }

    [Fact]
    public void Milestone_Inserted_LeavesTheOthersAlone()
    {
        var comparison = ShortLoan.Compared("[{ \"name\": \"Completion\"", "[{ \"name\": \"Start-up\", \"expected\": \"2001-03-31\" }, { \"name\": \"Completion\"");

        var term = Assert.Single(comparison.Terms);
        Assert.Equal((TermChangeKind.Added, "Milestone 'Start-up'", "", "milestones[0]", null, false), (term.Kind, term.Subject, term.Term, term.Path, term.Before, term.IsDescription));
        Assert.Equal("""{"name":"Start-up","expected":"2001-03-31"}""", term.After);
    }

    [Theory]
    [InlineData("Clause 2", "Clause 3", "Facility 'Loan'", "sources, commitment", "facilities[0].sources.commitment")]
    [InlineData("A short loan", "Another", "Deal", "name", "name")]
    public void Description_ThatDiffers_IsMarkedAsOne(string old, string with, string subject, string name, string path)
    {
        var term = Assert.Single(ShortLoan.Compared(old, with).Terms);

        Assert.True(term.IsDescription);
        Assert.Equal((subject, name, path), (term.Subject, term.Term, term.Path));
        Assert.Equal(($"\"{old}\"", $"\"{with}\""), (term.Before, term.After));
    }

    [Fact]
    public void Items_ThatAreAlike_AreMatchedByNumber()
    {
        var first = ComparedRun.Of(Deal.Parse(ShortLoan.With("\"waterfall\"", "\"minimumBalance\": { \"sumOf\": [\"USD 1\", \"USD 1\"] }, \"waterfall\"")));
        var second = ComparedRun.Of(Deal.Parse(ShortLoan.With("\"waterfall\"", "\"minimumBalance\": { \"sumOf\": [\"USD 1\", \"USD 2\"] }, \"waterfall\"")));

        var term = Assert.Single(DealComparison.Of(first, second).Terms);

        Assert.Equal(("Account 'Account'", "minimum balance, sum of, item 2", "accounts[0].minimumBalance.sumOf[1]"), (term.Subject, term.Term, term.Path));
    }

    [Fact]
    public void ReferenceDeal_AgainstItself_HasNoTermThatDiffers()
    {
        var deal = Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json"));

        Assert.Empty(DealComparison.Of(ComparedRun.Of(deal), ComparedRun.Of(deal)).Terms);
    }
}
