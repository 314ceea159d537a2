using System.Globalization;
using System.Text;

namespace ProjectFinance.Scenarios;

/// <summary>The head of a NumPy file, format 1.0: numbers of eight bytes, little-endian, in C order.</summary>
static class Npy
{
    const int Alignment = 64;

    /// <summary>The bytes before the numbers.</summary>
    /// <param name="shape">How many along each axis, the last moving fastest.</param>
    internal static byte[] Head(params ReadOnlySpan<long> shape)
    {
        var sizes = new StringBuilder();
        foreach (long size in shape) sizes.Append(CultureInfo.InvariantCulture, $"{size}, ");
        var axes = shape.Length == 1 ? sizes.ToString().TrimEnd() : sizes.ToString().TrimEnd(' ', ',');
        var text = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({axes}), }}";
        int length = (10 + text.Length + 1 + Alignment - 1) / Alignment * Alignment - 10;
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)length, (byte)(length >> 8), .. Encoding.ASCII.GetBytes(text.PadRight(length - 1) + "\n")];
    }
}
