using static ProjectFinance.Tests.Deals.SampleFiles;

namespace ProjectFinance.Tests.Deals;

public class DealReadingTests
{
    const string Loan = "Facility 'Project loan'";

    [Fact]
    public void Read_MissingFile_NamesThePath() =>
        IsOnly(Problems(() => Deal.Read("no-such-deal.json")), "Term sheet", "there is no file 'no-such-deal.json'", "a file that exists", "no-such-deal.json");

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"name\": \"A\",,\n}", 2, 15)]
    [InlineData("{ \"name\": \"Ünïcode\" x }", 1, 21)]
    [InlineData("{ \"name\": \"A\" } {}", 1, 17)]
    [InlineData("{ // note\n}", 1, 3)]
    [InlineData("{ \"name\":", 1, 10)]
    public void Parse_InvalidJson_SaysLineAndColumn(string json, int line, int column) =>
        IsOnly(Problems(() => Deal.Parse(json, "deal.json")), "Term sheet", "it is not valid JSON: ", "one JSON object", $"deal.json, line {line}, column {column}");

    [Fact]
    public void Parse_ByteOrderMark_IsIgnored() => Assert.Equal("Illinois Creek, July 1996", Deal.Parse("\uFEFF" + File.ReadAllText(DealPath)).Name);

    [Fact]
    public void Parse_HalfACharacter_IsOneProblem() =>
        IsOnly(Problems(() => Deal.Parse("""{ "name": "\ud800" }""", "deal.json")), "Term sheet", "half a character", "one JSON object", "deal.json, line 1, column 11");

    [Fact]
    public void Parse_TooDeep_IsOneProblem() =>
        IsOnly(Problems(() => Deal.Parse(new string('[', 100), "deal.json")), "Term sheet", "not valid JSON", "one JSON object", "deal.json, line 1, column 65");

    [Theory]
    [InlineData("[]", "an array")]
    [InlineData("null", "null")]
    [InlineData("\"deal\"", "the text 'deal'")]
    public void Parse_NoObject_SaysWhatIsThere(string json, string what) =>
        IsOnly(Problems(() => Deal.Parse(json, "deal.json")), "Term sheet", what, "an object", "deal.json");

    [Fact]
    public void Parse_UnknownField_NamesTheNearest() =>
        IsOnly(ProblemsWith(("facilities[0].comitment", "1")), Loan, "there is no field 'comitment'", "did you mean 'commitment'?", "facilities[0].comitment");

    [Fact]
    public void Parse_SchemaFieldBelowTheTop_IsUnknown() =>
        IsOnly(ProblemsWith(("ratios.$schema", "\"x\"")), "Term sheet", "there is no field '$schema'", "known are", "ratios.$schema");

    [Fact]
    public void Parse_MissingField_SaysWhatToWrite() =>
        IsOnly(ProblemsWith(("facilities[0].commitment", null)), Loan, "the field 'commitment' is missing", "'USD 19,500,000'", "facilities[0]");

    [Fact]
    public void Parse_MissingName_ConcernsWhatIsAround() =>
        IsOnly(ProblemsWith(("facilities[0].name", null)), "Term sheet", "the field 'name' is missing", "text", "facilities[0]");

    [Fact]
    public void Parse_MissingFieldAtTheTop_StandsInTheFile() =>
        IsOnly(ProblemsWith(("closing", null)), "Term sheet", "the field 'closing' is missing", "a date", "term sheet");

    [Theory]
    [InlineData("facilities[0].commitment", "19500000", "the number 19500000", "an amount with its unit", Loan)]
    [InlineData("facilities[0].interest", "\"LIBOR\"", "the text 'LIBOR'", "an object", Loan)]
    [InlineData("facilities[0].interest.margin", "[]", "an array", "a percentage such as '2.25%'", Loan)]
    [InlineData("facilities[0].fees", "{}", "an object", "an array", Loan)]
    [InlineData("facilities[0].lookAheadMonths[0]", "2.5", "the number 2.5", "a whole number", Loan)]
    [InlineData("facilities[0].repayment", "\"bullet\"", "the text 'bullet'", "'equalPrincipal' or 'levelPayment' or 'percentageTable' or 'bullet'", Loan)]
    [InlineData("accounts[0].waterfall[6].drawsMayFund", "\"no\"", "the text 'no'", "true or false", "Account 'Proceeds Account'")]
    [InlineData("accounts[0].minimumBalance", "1500000", "the number 1500000", "'USD 250,000'", "Account 'Proceeds Account'")]
    [InlineData("projects[0].production.amounts.1997", "\"55,000\"", "the text '55,000'", "a number", "Project 'Project'")]
    [InlineData("projects[0].production.amounts.1997", "1e999", "the number 1e999", "a number", "Project 'Project'")]
    [InlineData("closing", "19960711", "the number 19960711", "a date", "Term sheet")]
    [InlineData("name", "null", "null", "text", "Term sheet")]
    [InlineData("milestones", "null", "null", "an array", "Term sheet")]
    public void Parse_WrongKind_SaysWhatIsThereAndWhatIsAllowed(string path, string json, string fact, string allowed, string subject)
    {
        var written = File.ReadAllText(DealPath);
        var problems = json is "null" or "1e999" ? Problems(() => Deal.Parse(Replaced(written, path, json))) : ProblemsWith((path, json));
        IsOnly(problems, subject, fact, allowed, path.Replace(".1997", "['1997']", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("facilities[0].commitment", "19,500,000 dollars", "the amount '19,500,000 dollars' cannot be read", "write the unit first", Loan)]
    [InlineData("facilities[0].commitment", "USDD 5", "'USDD' is not a known symbol", "did you mean 'USD'", Loan)]
    [InlineData("facilities[0].interest.defaultMargin", "two percent", "the rate 'two percent' cannot be read as a percentage", "'2.25%'", Loan)]
    [InlineData("facilities[0].interest.dayCount", "ACT/36O", "the day count 'ACT/36O'", "'ACT/360'", Loan)]
    [InlineData("facilities[0].interest.dates.every.step", "3 months", "the step '3 months' cannot be read", "'P3M'", Loan)]
    [InlineData("facilities[0].repayment.equalPrincipal.dates.onDatesOfYear.dates[1]", "31-12", "the date of the year '31-12' cannot be read", "'09-30'", Loan)]
    [InlineData("facilities[0].businessDays.calendars[0]", "Lodnon", "the calendar 'Lodnon'", "did you mean 'London'?", Loan)]
    [InlineData("facilities[0].businessDays.convention", "modifiedFolowing", "the convention 'modifiedFolowing' is not known", "did you mean 'modifiedFollowing'", Loan)]
    [InlineData("closing", "1996-07-32", "the date '1996-07-32' cannot be read", "'1996-07-11'", "Term sheet")]
    [InlineData("projects[0].currency", "dollars", "'dollars' is not a known symbol", "known are", "Project 'Project'")]
    [InlineData("projects[0].operatingCosts[0].unitCost.perUnit", "218 USD", "the amount '218 USD' cannot be read", "write the unit first", "Cost 'Mining and processing'")]
    [InlineData("lines[0].amount", "Overhead", "neither an amount", "'Project / Capital costs'", "Line 'Sponsor / Overhead'")]
    public void Parse_TextThatDoesNotParse_SaysWhyAndWhere(string path, string text, string fact, string allowed, string subject) =>
        IsOnly(ProblemsWith((path, $"\"{text}\"")), subject, fact, allowed, path);

    // 2.25 as a bare number would be 225 %.
    [Theory]
    [InlineData("2.25")]
    [InlineData("\"2.25\"")]
    public void Parse_BareNumberBeyondOne_IsNoPercentage(string json) =>
        IsOnly(ProblemsWith(("facilities[0].interest.margin", json)), Loan, "the bare number 2.25 would mean 225%", "with its sign", "facilities[0].interest.margin");

    [Theory]
    [InlineData("{}", "'repayment' names no alternative", "'bullet'", "facilities[0].repayment")]
    [InlineData("""{ "bulet": { "date": "2000-12-31" } }""", "'bulet' is not an alternative here", "did you mean 'bullet'?", "facilities[0].repayment.bulet")]
    [InlineData("""{ "bullet": { "date": "2000-12-31" }, "source": "x" }""", "'source' is not an alternative here", "known are 'equalPrincipal'", "facilities[0].repayment.source")]
    [InlineData("""{ "bullet": { "date": "2000-12-31" }, "percentageTable": { "instalments": [] } }""", "names 2 alternatives, 'bullet' and 'percentageTable'", "an object with one field", "facilities[0].repayment")]
    public void Parse_Alternatives_MustBeExactlyOne(string json, string fact, string allowed, string where) =>
        IsOnly(ProblemsWith(("facilities[0].repayment", json)), Loan, fact, allowed, where);

    [Theory]
    [InlineData("\"closing\": \"1996-07-11\",", "\"closing\": \"1996-07-11\", \"closing\": \"1996-07-12\",", "the field 'closing' is given more than once", "closing")]
    [InlineData("\"1997\": 55000,", "\"1997\": 55000, \"1997\": 5,", "'1997' is given more than once", "projects[0].production.amounts['1997']")]
    public void Parse_DuplicateField_IsGivenOnce(string written, string changed, string fact, string where)
    {
        var problem = Assert.Single(Problems(() => Deal.Parse(File.ReadAllText(DealPath).Replace(written, changed, StringComparison.Ordinal))));
        Assert.Contains(fact, problem.Fact, StringComparison.Ordinal);
        Assert.Equal(("give it once", where), (problem.Allowed, problem.Where));
    }

    [Fact]
    public void Parse_SourceForNoField_NamesTheNearest() =>
        IsOnly(ProblemsWith(("facilities[0].sources.comitment", "\"x\"")), Loan, "'comitment', which is no field", "did you mean 'commitment'?", "facilities[0].sources.comitment");

    [Fact]
    public void Parse_NullForSomethingOptional_IsNone()
    {
        var deal = Deal.Parse(File.ReadAllText(DealPath).Replace("\"expected\": \"1997-07-15\"", "\"expected\": null", StringComparison.Ordinal));
        Assert.Null(deal.Milestones[0].Expected);
    }

    [Fact]
    public void Parse_SeveralProblems_ReportsAllInTheOrderOfTheFile()
    {
        var problems = ProblemsWith(
            ("closing", "\"yesterday\""),
            ("projects[0].royalties[0].rate", "\"5 per cent\""),
            ("facilities[0].interest.margin.changes[0].to", "{}"),
            ("facilities[0].interest.colour", "1"),
            ("facilities[0].draws.asNeeded.lastDate", null),
            ("accounts[0].minimumBalance.sumOf[2]", """{ "nextMonthsOf": { "months": "three", "lines": "x" } }"""),
            ("accounts[0].receipts[0]", "5"));

        Assert.Equal(
            [
                "closing", "projects[0].royalties[0].rate", "facilities[0].interest.margin.changes[0].to", "facilities[0].interest.colour", "facilities[0].draws.asNeeded", "accounts[0].receipts[0]",
                "accounts[0].minimumBalance.sumOf[2].nextMonthsOf.months", "accounts[0].minimumBalance.sumOf[2].nextMonthsOf.lines", "accounts[0].minimumBalance.sumOf[2].nextMonthsOf",
            ],
            problems.Select(problem => problem.Where));
    }

    static string Replaced(string written, string path, string json) => path switch
    {
        "name" => written.Replace("\"Illinois Creek, July 1996\"", json, StringComparison.Ordinal),
        "milestones" => System.Text.RegularExpressions.Regex.Replace(written, "\"milestones\": \\[.*?\n  \\]", $"\"milestones\": {json}", System.Text.RegularExpressions.RegexOptions.Singleline),
        _ => written.Replace("\"1997\": 55000", $"\"1997\": {json}", StringComparison.Ordinal),
    };
}
