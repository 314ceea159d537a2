using System.Runtime.InteropServices;

namespace ProjectFinance.Benchmarks.Yardstick;

/// <summary>
/// The yardstick's fastest version in C++, where somebody has built one: a library whose path stands in the environment variable IC18_LIBRARY and which has
/// <c>extern "C" double ic18_cached_ns(long scenarios)</c>, nanoseconds a scenario with the same 512 scenarios again and again.
/// </summary>
static unsafe class Ic18Native
{
    /// <summary>What marks benchmarks that need the library.</summary>
    internal const string Category = "C++";

    static readonly delegate* unmanaged<nint, double> Kernel = Find();

    /// <summary>Whether there is one.</summary>
    internal static bool IsAvailable => Kernel is not null;

    /// <summary>Evaluates scenarios.</summary>
    internal static double Run(int scenarios) => Kernel(scenarios);

    static delegate* unmanaged<nint, double> Find() =>
        Environment.GetEnvironmentVariable("IC18_LIBRARY") is { Length: > 0 } path && NativeLibrary.TryLoad(path, out nint library)
            ? (delegate* unmanaged<nint, double>)NativeLibrary.GetExport(library, "ic18_cached_ns") : null;
}
