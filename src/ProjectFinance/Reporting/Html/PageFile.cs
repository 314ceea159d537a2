using System.Security.Cryptography;
using System.Text;

namespace ProjectFinance.Reporting;

/// <summary>The files that are part of every page: style sheet and script, and what the page allows.</summary>
static class PageFile
{
    /// <summary>What a browser may do with the page: apply this style sheet and run this script, and nothing else. No address may be asked, whatever a name in the deal holds.</summary>
    internal static string Policy(string style, string script) => $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'";

    static string Hash(string code) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(code)))}";

    internal static string Read(string name)
    {
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"'{name}' is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
