using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProjectFinance.Randomness;

/// <summary>Numbers between zero and one from the upper 52 of 64 bits: odd multiples of 2^-53, exact, never zero and never one.</summary>
static class UnitInterval
{
    const int Unused = 12;
    const ulong One = 0x3FF0000000000000;

    // Numbers 1 + i 2^-52, less this, are (2 i + 1) 2^-53.
    const double Centre = 1 - 1.1102230246251565e-16;

    internal static double Of(ulong bits) => BitConverter.UInt64BitsToDouble(bits >> Unused | One) - Centre;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Of(Vector512<ulong> bits) => (bits >>> Unused | Vector512.Create(One)).AsDouble() - Vector512.Create(Centre);
}
