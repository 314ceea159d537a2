namespace ProjectFinance.Tests.Excel;

/// <summary>Workbooks computed by another program from their formulas alone: every cell of every line is the library's.</summary>
public sealed class WorkbookProofTests(ComputedBooks books) : IClassFixture<ComputedBooks>
{
    /// <summary>Each reference deal with its own inputs, and with others.</summary>
    public static TheoryData<string> Names => [.. ComputedBooks.Names];

    [CalcTheory]
    [MemberData(nameof(Names))]
    public void Workbook_ComputedByLibreOffice_HasTheLibrarysNumbers(string name)
    {
        var (exported, trial, computed) = books.Of(name);
        var differences = exported.Differences(computed, trial).ToList();

        Assert.True(differences.Count == 0, $"{differences.Count} cells differ:\n{string.Join('\n', differences.Take(20))}");
        Assert.Equal(trial.Run.Checks.Count(check => !check.Passed), Exported.ChecksFailed(computed));
    }

    // Nothing is zero to less than nothing: every check fails, and the cover and every sheet say so.
    [CalcFact]
    public void Checks_WithAToleranceThatNothingMeets_TurnRed()
    {
        var computed = books.Strict;

        Assert.True(Exported.ChecksFailed(computed) > 0);
        Assert.Equal("Some checks are NOT zero: see the sheet Checks", computed["Cover"]["B7"].Text);
        Assert.Equal("Some checks are NOT zero", computed["Ratios"]["C1"].Text);
    }
}
