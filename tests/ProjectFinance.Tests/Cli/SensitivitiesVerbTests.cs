using System.Text.Json;
using ProjectFinance.Tests.Deals;
using ProjectFinance.Tests.Results;

namespace ProjectFinance.Tests.Cli;

/// <summary>The verb sensitivities, on the loan of a year that can be computed by heart.</summary>
public sealed class SensitivitiesVerbTests : IDisposable
{
    const string Interest = "total Loan / Interest paid";

    readonly CommandLineTrial trial = new();
    readonly string deal;

    public SensitivitiesVerbTests() => deal = trial.File("loan.json", ShortLoan.Json);

    public void Dispose() => trial.Dispose();

    // USD 1,000,000 x 1 % x 365/360 is 10,138.89.
    [Fact]
    public void Sensitivities_Table_NamesWhatMovesTheOutput()
    {
        var (code, output, error) = CommandLineTrial.Run("sensitivities", deal, "--of", Interest);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("total Loan / Interest paid: USD 81,111 as planned", output, StringComparison.Ordinal);
        Assert.Contains(output.Split('\n'), line => line.StartsWith("LIBOR ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("6%      +100bp            10,139          91,250", StringComparison.Ordinal));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }

    [Fact]
    public void Sensitivities_Tornado_ComputesBothEnds()
    {
        var (code, output, _) = CommandLineTrial.Run("sensitivities", deal, "--of", Interest, "--tornado", "--range", "LIBOR=-50bp..+100bp");

        Assert.Equal(0, code);
        Assert.Contains(output.Split('\n'), line => line.StartsWith("LIBOR ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("-50bp, +100bp       76,042       91,250       76,042       91,250", StringComparison.Ordinal));
    }

    [Fact]
    public void Sensitivities_Json_HoldsEverything()
    {
        var (code, output, _) = CommandLineTrial.Run("sensitivities", deal, "--of", Interest, "--tornado", "--format", "json");

        Assert.Equal(0, code);
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["deal", "engine", "output", "unit", "value", "on", "inputs", "tornado"], json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("A short loan", Interest, "USD", "2001-12-31"), (json.GetProperty("deal").GetProperty("name").GetString(), json.GetProperty("output").GetString(), json.GetProperty("unit").GetString(), json.GetProperty("on").GetString()));
        var libor = json.GetProperty("inputs").EnumerateArray().First(input => input.GetProperty("name").GetString() == "LIBOR");
        Assert.Equal(["name", "unit", "derivative", "derivativeUnit", "move", "effect", "values"], libor.EnumerateObject().Select(field => field.Name));
        Assert.Equal(1_000_000 * 365 / 360.0, libor.GetProperty("derivative").GetDouble(), 1e-6);
        Assert.Equal(["input", "on", "value", "derivative"], libor.GetProperty("values")[0].EnumerateObject().Select(field => field.Name));
        var bar = json.GetProperty("tornado")[0];
        Assert.Equal(["name", "lowMove", "highMove", "low", "high", "lowEstimate", "highEstimate", "bent"], bar.EnumerateObject().Select(field => field.Name));
    }

    [Theory]
    [InlineData(false, "name,unit,least,greatest,derivative,derivativeUnit,move,effect")]
    [InlineData(true, "name,unit,lowMove,highMove,low,high,lowEstimate,highEstimate,bent")]
    public void Sensitivities_Csv_IsARowAnInput(bool tornado, string heading)
    {
        var (code, output, _) = CommandLineTrial.Run(["sensitivities", deal, "--of", Interest, "--format", "csv", "--top", "2", .. tornado ? (string[])["--tornado"] : []]);

        Assert.Equal(0, code);
        var rows = output.Split("\r\n");
        Assert.Equal((heading, 4), (rows[0], rows.Length));
        Assert.All(rows[1..3], row => Assert.Equal(heading.Count(c => c == ','), row.Count(c => c == ',')));
    }

    [Fact]
    public void Sensitivities_OutFile_HoldsWhatWouldBePrinted()
    {
        var path = trial.PathOf("result");

        var printed = CommandLineTrial.Run("sensitivities", deal, "--of", Interest);
        var filed = CommandLineTrial.Run("sensitivities", deal, "--of", Interest, "--out", path);

        Assert.Equal((0, "", ""), filed);
        Assert.Equal(printed.Output, File.ReadAllText(path));
    }

    [Fact]
    public void Sensitivities_OfTheSampleDeal_FitsTheTerminal()
    {
        var (code, output, _) = CommandLineTrial.Run("sensitivities", SampleFiles.DealPath, "--of", "Ratios / DSCR", "--tornado");

        Assert.Equal(0, code);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }

    [Theory]
    [InlineData("Option '--of' is required", "sensitivities", "{0}")]
    [InlineData("did you mean 'Loan / Interest paid'", "sensitivities", "{0}", "--of", "Loan / Interst paid")]
    [InlineData("it has no derivative", "sensitivities", "{0}", "--of", "Milestones / Completion")]
    [InlineData("it names no line", "sensitivities", "{0}", "--of", "lowest")]
    [InlineData("give a whole number from 1", "sensitivities", "{0}", "--of", Interest, "--top", "0")]
    [InlineData("add --tornado", "sensitivities", "{0}", "--of", Interest, "--range", "LIBOR=-1%..1%")]
    [InlineData("it is not two moves", "sensitivities", "{0}", "--of", Interest, "--tornado", "--range", "LIBOR=1%")]
    [InlineData("did you mean 'LIBOR'", "sensitivities", "{0}", "--of", Interest, "--tornado", "--range", "LIBORS=-1%..1%")]
    [InlineData("it names no input", "sensitivities", "{0}", "--of", Interest, "--tornado", "--range", "-1%..1%")]
    [InlineData("the input has a range already", "sensitivities", "{0}", "--of", Interest, "--tornado", "--range", "LIBOR=-1%..1%", "--range", "LIBOR=-2%..2%")]
    [InlineData("write one of table, json, csv", "sensitivities", "{0}", "--of", Interest, "--format", "xml")]
    public void Sensitivities_WhatCannotBeUsed_IsToldAndReturnsTwo(string said, params string[] args)
    {
        var (code, output, error) = CommandLineTrial.Run([.. args.Select(arg => arg == "{0}" ? deal : arg)]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(said, error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Sensitivities_ProblemsOfEveryKind_AreToldAtOnce()
    {
        var (code, _, error) = CommandLineTrial.Run("sensitivities", deal, "--of", "Loan / Interst paid", "--tornado", "--top", "0", "--range", "LIBORS=-1%..1%", "--range", "LIBOR=1%");

        Assert.Equal(2, code);
        Assert.EndsWith("\n4 problems\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_OfSensitivities_ShowsAnExample()
    {
        var (code, output, _) = CommandLineTrial.Run("sensitivities", "--help");

        Assert.Equal(0, code);
        Assert.Contains("projectfinance sensitivities seeds/illinois-creek-1996-07.json --of \"lowest Ratios / DSCR\"", output, StringComparison.Ordinal);
    }
}
