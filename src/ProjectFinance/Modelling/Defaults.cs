namespace ProjectFinance.Modelling;

/// <summary>The state of default of a deal, as every part of it may ask for; the flags themselves are written by whoever lays out events of default.</summary>
static class Defaults
{
    /// <summary>Where the names of the flags begin.</summary>
    internal const string Section = "Defaults";

    /// <summary>Whether any event of default is continuing.</summary>
    internal const string Continuing = $"{Section} / Continuing";

    /// <summary>Whether nothing may be drawn.</summary>
    internal const string DrawStop = $"{Section} / Draw stop";

    /// <summary>Whether nothing is distributed.</summary>
    internal const string LockUp = $"{Section} / Lock-up";

    /// <summary>Whether the default margin is charged on whole balances.</summary>
    internal const string DefaultMargin = $"{Section} / Default margin";

    /// <summary>Whether all principal has been called.</summary>
    internal const string Accelerated = $"{Section} / Accelerated";

    /// <summary>Whether a default was continuing at the end of the column before; never where the deal defines none.</summary>
    internal static Condition ContinuingBefore(Model model, Period t) => HeldBefore(model, Continuing, t);

    /// <summary>Whether a flag held at the end of the column before; never where the model has no such flag, or in the first column.</summary>
    internal static Condition HeldBefore(Model model, string flag, Period t) =>
        t.IsFirst || model.TryFind(flag) is not { } line ? false : new Flag(line)[t.Index - 1];
}
