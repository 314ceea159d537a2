using System.Collections.Immutable;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Calculations;

/// <summary>Level payments, under the names of spreadsheet functions and of their arguments.</summary>
static class AnnuityFunctions
{
    internal static ImmutableArray<Function> All { get; } =
    [
        Of("pmt", "The level payment.", x => Annuity.Payment(x.Rate, x.Nper, x.Pv, x.Fv, x.Timing), Rate, Nper, Pv, FvIfAny, Type),
        Of("ipmt", "The interest in one payment.", x => AnnuityPayment.Interest(x.Rate, x.Per, x.Nper, x.Pv, x.Fv, x.Timing), Rate, Per, Nper, Pv, FvIfAny, Type),
        Of("ppmt", "The principal in one payment.", x => AnnuityPayment.Principal(x.Rate, x.Per, x.Nper, x.Pv, x.Fv, x.Timing), Rate, Per, Nper, Pv, FvIfAny, Type),
        Of("pv", "The value at the beginning.", x => Annuity.PresentValue(x.Rate, x.Nper, x.Pmt, x.Fv, x.Timing), Rate, Nper, Pmt, FvIfAny, Type),
        Of("fv", "The value at the end.", x => Annuity.FutureValue(x.Rate, x.Nper, x.Pmt, x.Pv, x.Timing), Rate, Nper, Pmt, PvIfAny, Type),
        Of("nper", "The number of periods.", x => Annuity.Periods(x.Rate, x.Pmt, x.Pv, x.Fv, x.Timing), Rate, Pmt, Pv, FvIfAny, Type),
        Of("rate", "The rate of a period.", RateOf, Nper, Pmt, Pv, FvIfAny, Type, Guess),
        Of("cumipmt", "The interest in several payments.", x => AnnuityPayment.CumulativeInterest(x.Rate, x.Nper, x.Pv, x.Start, x.End, x.Timing), Rate, Nper, Pv, Start, End, Type),
        Of("cumprinc", "The principal in several payments.", x => AnnuityPayment.CumulativePrincipal(x.Rate, x.Nper, x.Pv, x.Start, x.End, x.Timing), Rate, Nper, Pv, Start, End, Type),
        Of("effect", "The effective rate of a year.", x => AnnualRate.Effective(x.Rate, x.Nper), Number("nominalRate", x => x.Rate, (x, v) => x with { Rate = v }, "The nominal rate of a year."), TimesAYear),
        Of("nominal", "The nominal rate of a year.", x => AnnualRate.Nominal(x.Rate, x.Nper), Number("effectRate", x => x.Rate, (x, v) => x with { Rate = v }, "The effective rate of a year."), TimesAYear),
    ];

    static Argument Rate => Number("rate", x => x.Rate, (x, v) => x with { Rate = v }, "The rate of a period.");

    static Argument Nper => Number("nper", x => x.Nper, (x, v) => x with { Nper = v }, "The number of periods.");

    static Argument TimesAYear => Number("npery", x => x.Nper, (x, v) => x with { Nper = v }, "How often a year interest compounds.");

    static Argument Per => Number("per", x => x.Per, (x, v) => x with { Per = v }, "Which payment, from 1.");

    static Argument Pmt => Number("pmt", x => x.Pmt, (x, v) => x with { Pmt = v }, "The level payment.");

    static Argument Pv => Number("pv", x => x.Pv, (x, v) => x with { Pv = v }, "The value at the beginning.");

    static Argument Start => Number("start", x => x.Start, (x, v) => x with { Start = v }, "The first payment, from 1.");

    static Argument End => Number("end", x => x.End, (x, v) => x with { End = v }, "The last payment.");

    static Argument PvIfAny => shape => shape.Optional("pv", Leaf.Number, x => x.Pv, (x, v) => x with { Pv = v }, "The value at the beginning.");

    static Argument FvIfAny => shape => shape.Optional("fv", Leaf.Number, x => x.Fv, (x, v) => x with { Fv = v }, "The value at the end.");

    static Argument Type => shape => shape.Optional("type", Leaf.Count, x => x.Type, (x, v) => x with { Type = v }, "0 for payments at the end of periods, 1 for payments at the beginning.");

    static Argument Guess => shape => shape.Maybe("guess", Leaf.Number, x => x.Guess, (x, v) => x with { Guess = v }, "Where the rate is expected, which decides between several; left out, there must be one only.");

    static Argument Number(string name, Func<AnnuityArguments, double> get, Func<AnnuityArguments, double, AnnuityArguments> set, string meaning) => shape => shape.Required(name, Leaf.Number, get, set, meaning);

    static Function<AnnuityArguments> Of(string name, string about, Func<AnnuityArguments, double> value, params ReadOnlySpan<Argument> arguments)
    {
        var shape = new ObjectShape<AnnuityArguments>("annuity", "Level payments between a value at the beginning and one at the end.", new());
        foreach (var argument in arguments) shape = argument(shape);
        return new(name, about, shape, (x, json) => json.Value(value(x)));
    }

    static double RateOf(AnnuityArguments x) => x.Guess is { } guess ? Annuity.Rate(x.Nper, x.Pmt, x.Pv, x.Fv, x.Timing, guess) : Annuity.Rate(x.Nper, x.Pmt, x.Pv, x.Fv, x.Timing);

    /// <summary>A field that is added to what a request may hold.</summary>
    delegate ObjectShape<AnnuityArguments> Argument(ObjectShape<AnnuityArguments> shape);

    sealed record AnnuityArguments
    {
        internal double Rate { get; init; }

        internal double Nper { get; init; }

        internal double Per { get; init; }

        internal double Pmt { get; init; }

        internal double Pv { get; init; }

        internal double Fv { get; init; }

        internal double Start { get; init; }

        internal double End { get; init; }

        internal int Type { get; init; }

        internal double? Guess { get; init; }

        // Another number is refused where it is used.
        internal PaymentTiming Timing => (PaymentTiming)Type;
    }
}
