using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Tests.Modelling;

namespace ProjectFinance.Tests.Results;

/// <summary>A certificate is the same for the same run, another for any other, and shows that it was altered.</summary>
public class RunCertificateTests
{
    static RunCertificate Of(string json, IReadOnlyDictionary<string, double>? changes = null)
    {
        var deal = DealLayout.Lay(Deal.Parse(json));
        var runner = new Runner(deal.Model);
        return RunCertificate.Of(deal, runner.Run(changes?.ToDictionary(change => runner.Inputs.First(input => input.Name == change.Key), change => change.Value)));
    }

    static string Differences(RunCertificate other) => string.Join(", ", Of(ShortLoan.Json).Differences(other));

    [Fact]
    public void SameTerms_WrittenInAnotherWay_HaveTheSameCertificate()
    {
        var oneLine = string.Join(' ', ShortLoan.Json.Split('\n', StringSplitOptions.TrimEntries));
        var withDefaults = ShortLoan.With("\"margin\": \"2%\"", "\"margin\": \"2.00%\"");
        Assert.Equal(Of(ShortLoan.Json), Of(oneLine));
        Assert.Equal(Of(ShortLoan.Json).Hash, Of(withDefaults).Hash);
    }

    [Fact]
    public void AnotherMargin_DiffersInTermsInputsAndResults() =>
        Assert.Equal("terms, inputs, results", Differences(Of(ShortLoan.With(ShortLoan.Margin, ShortLoan.HigherMargin))));

    [Fact]
    public void AnotherSource_DiffersInTermsAlone() =>
        Assert.Equal("terms", Differences(Of(ShortLoan.With("Clause 2", "Clause 3"))));

    [Fact]
    public void ChangedInput_OfTheSameDeal_DiffersInInputsAndResults()
    {
        var changed = Of(ShortLoan.Json, new Dictionary<string, double> { ["Loan / Commitment"] = 2_000_000 });
        Assert.Equal("inputs, results", Differences(changed));
    }

    // The bytes written out once more: counts and lengths as doubles, then name, unit and values of each line.
    [Fact]
    public void Results_AreHashedByNameUnitAndBits()
    {
        var model = Small.Quarters(1);
        model.Input("A / Cash", Units.Usd, t => t.Index == 0 ? -0.0 : 0.1);
        var run = new Runner(model).Run();
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes, Encoding.UTF8))
        {
            void Text(string text)
            {
                to.Write((double)Encoding.UTF8.GetByteCount(text));
                to.Write(Encoding.UTF8.GetBytes(text));
            }
            to.Write(2.0);
            foreach (var period in model.Periods) Text(period.ToString());
            Text("A / Cash");
            Text("USD");
            to.Write(0.0);
            to.Write(0.1);
        }
        Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))}", RunHash.OfResults(run));
    }

    [Fact]
    public void Json_ReadsBackAsTheSame()
    {
        var certificate = Of(ShortLoan.Json) with { AsOf = new LocalDate(2001, 6, 30) };
        Assert.Equal(certificate, RunCertificate.Parse(certificate.ToJson()));
    }

    [Theory]
    [InlineData("\"lines\": ", "\"lines\": 1")]
    [InlineData("A short loan", "A long loan")]
    [InlineData("ProjectFinance 0", "ProjectFinance 1")]
    public void Altered_IsRefused(string old, string with)
    {
        var problem = Small.Refused(() => RunCertificate.Parse(Of(ShortLoan.Json).ToJson().Replace(old, with, StringComparison.Ordinal)));
        Assert.Contains("altered", problem.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_ListsEveryProblem()
    {
        var found = Assert.Throws<InvalidInputException>(() => RunCertificate.Parse("""{ "deal": 3, "terms": "sha256:12", "market": "md5:0" }"""));
        Assert.Equal(9, found.Problems.Length);
    }

    [Fact]
    public void RunOfAnotherModel_IsRefused() =>
        Assert.Throws<ArgumentException>(() => RunCertificate.Of(DealLayout.Lay(Deal.Parse(ShortLoan.Json)), Deal.Parse(ShortLoan.Json).Run()));
}
