using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ProjectFinance;

/// <summary>The hash by which texts and numbers are told apart: SHA-256, written "sha256:" and 64 hexadecimal digits.</summary>
static class Fingerprint
{
    internal const string Prefix = "sha256:";

    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The hash of a text's UTF-8 bytes.</summary>
    internal static string Of(string text) => Of(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A hash as it is written.</summary>
    internal static string Of(ReadOnlySpan<byte> hash) => Prefix + Convert.ToHexStringLower(hash);

    /// <summary>Whether a text is written as a hash is.</summary>
    internal static bool IsOne(string text) => text.Length == Prefix.Length + 64 && text.StartsWith(Prefix, StringComparison.Ordinal) && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Digits) < 0;
}
