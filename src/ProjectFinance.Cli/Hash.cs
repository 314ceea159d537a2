using System.Security.Cryptography;
using System.Text;

namespace ProjectFinance.Cli;

/// <summary>Tells whether two files say the same, however they are laid out: the hash of what was read from them, written back in one way.</summary>
static class Hash
{
    internal static string Of(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
