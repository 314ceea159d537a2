using ProjectFinance.Tests.Evaluation;

namespace ProjectFinance.Tests;

/// <summary>What runs when the test assembly is started by itself: it prints the bits that must be the same on every processor.</summary>
static class Program
{
    static void Main() => Console.WriteLine(ProcessorBits.Hash());
}
