namespace ProjectFinance.Tests.Randomness;

/// <summary>Seeds of tests that may fail by chance: fixed, so that they either fail always or never.</summary>
static class Seeds
{
    internal const ulong First = 0x9D2C_5680_1996_0711;
}
