using ProjectFinance.Deals.Json;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Certificates of runs as JSON.</summary>
public static class CertificateJson
{
    const string Subject = "Certificate";

    static readonly TextShape<string> Hash = new("a hash, 'sha256:' and 64 hexadecimal digits in lower case",
        text => Fingerprint.IsOne(text) ? text : throw InvalidInputException.Of($"Hash '{text}'", "it cannot be read", "it must be 'sha256:' and 64 hexadecimal digits in lower case"), hash => hash);

    static readonly ObjectShape<Sealed> Shape = new ObjectShape<Sealed>("certificate", "What identifies a run.", new(new("", null, "", "", "", "", 0, 0, ""), ""))
        .Called(Subject)
        .Required("deal", Leaf.Text, x => x.Of.Deal, (x, v) => x with { Of = x.Of with { Deal = v } }, "The deal's name.")
        .Maybe("asOf", Leaf.Date, x => x.Of.AsOf, (x, v) => x with { Of = x.Of with { AsOf = v } }, "The day at whose end rates, prices and amendments were known.")
        .Required("terms", Hash, x => x.Of.Terms, (x, v) => x with { Of = x.Of with { Terms = v } }, "Hash of the terms.")
        .Required("market", Hash, x => x.Of.Market, (x, v) => x with { Of = x.Of with { Market = v } }, "Hash of the rates and prices.")
        .Required("engine", Leaf.Text, x => x.Of.Engine, (x, v) => x with { Of = x.Of with { Engine = v } }, "The library and its version.")
        .Required("inputs", Hash, x => x.Of.Inputs, (x, v) => x with { Of = x.Of with { Inputs = v } }, "Hash of the value of every input.")
        .Required("lines", Leaf.Count, x => x.Of.Lines, (x, v) => x with { Of = x.Of with { Lines = v } }, "How many lines there are.")
        .Required("columns", Leaf.Count, x => x.Of.Columns, (x, v) => x with { Of = x.Of with { Columns = v } }, "How many columns.")
        .Required("results", Hash, x => x.Of.Results, (x, v) => x with { Of = x.Of with { Results = v } }, "Hash of every result.")
        .Required("hash", Hash, x => x.Hash, (x, v) => x with { Hash = v }, "Hash of all of this.");

    /// <summary>Reading and writing a certificate.</summary>
    /// <param name="certificate">What is written.</param>
    extension(RunCertificate certificate)
    {
        /// <summary>The certificate as indented JSON that reads back as the same; it ends with a line feed.</summary>
        public string ToJson() => Shape.Text(new(certificate, certificate.Hash), indented: true);

        /// <summary>Reads a certificate.</summary>
        /// <param name="json">One JSON object.</param>
        /// <param name="fileName">What to call the text in messages. The default is "certificate".</param>
        /// <exception cref="InvalidInputException">Everything that is wrong with it; also that its own hash is not that of what it says.</exception>
        public static RunCertificate Parse(string json, string fileName = "certificate") => new JsonFile(Subject, fileName, null).Read(json, Shape, Problems).Of;

        /// <summary>Reads a certificate from a file.</summary>
        /// <param name="path">The path of a JSON file.</param>
        /// <exception cref="InvalidInputException">There is no such file, or as <see cref="Parse"/> says.</exception>
        public static RunCertificate Read(string path) => RunCertificate.Parse(JsonFile.TextOf(Subject, path), path);
    }

    static IEnumerable<Problem> Problems(Sealed read) => read.Hash == read.Of.Hash ? []
        : [new(Subject, $"its hash is not that of what it says, which is {read.Of.Hash}", "take it as it was written; it has been altered", "hash")];

    /// <summary>A certificate as it is written: with its own hash.</summary>
    sealed record Sealed(RunCertificate Of, string Hash);
}
