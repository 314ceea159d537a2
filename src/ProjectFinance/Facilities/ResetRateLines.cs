using ProjectFinance.Modelling;
using ProjectFinance.Rates;

namespace ProjectFinance.Facilities;

/// <summary>The rate of a <see cref="ScheduledLoan"/>: as agreed, then as each reset makes it.</summary>
sealed class ResetRateLines
{
    readonly ScheduledLoan terms;
    readonly ScheduledLoanDates dates;
    readonly IndexFixings[] fixings;

    internal ResetRateLines(Model model, ScheduledLoan terms, ScheduledLoanDates dates, Market market)
    {
        (this.terms, this.dates) = (terms, dates);
        var source = terms.Sources.GetValueOrDefault("interest", "");
        Formula initial = model.Parameter($"{terms.Name} / Rate at first", (terms.Interest.Rate ?? 0).Fraction * Unit.None, source);
        fixings = [.. terms.Interest.Resets.Select((_, i) => new IndexFixings(model, terms.Name, source, dates.Indices.Of(i), market, (quoted, t) => Needed(i, quoted, t), i == 0 ? "" : $" {i + 1}"))];
        Rate = model.Declare($"{terms.Name} / Rate", Unit.None, LineKind.Level, source);
        Afterwards = model.Line($"{terms.Name} / Rate afterwards", Unit.None, Reset, LineKind.Level, "from the end of the column on; where it is known later, that of the column");
        Rate.Is(t => dates.Indices.In(t) is { } index ? RateFormula.Within(Made(index, t), Limits(index.Reset).Floor, Limits(index.Reset).Cap) : Afterwards.Previous(t, initial));
    }

    /// <summary>The yearly rate on a column's days.</summary>
    internal Line Rate { get; }

    /// <summary>The yearly rate from a column's end on, as far as it is known then.</summary>
    internal Line Afterwards { get; }

    /// <summary>The part of the rate at which interest not due yet bears interest in a column.</summary>
    internal Formula OnUnpaid(Period t) => dates.Indices.In(t) is { Index.CompoundsBalance: true } index ? Indexed(index, t) : 0;

    /// <summary>Whether the rate is reset on a column's end to one that is known then, or has been reset to one known later of which some is known.</summary>
    internal bool IsReset(Period t) => t.End >= terms.Drawn && dates.ResetOn(t.End) >= 0 && (t.End > terms.Drawn || dates.Indices.InForce(t.End) is not { Index.IsInAdvance: false });

    ResetLimits Limits(int reset) => terms.Interest.Resets[reset].Limits ?? terms.Interest.Limits;

    Formula Reset(Period t)
    {
        if (t.End < terms.Drawn) return Rate[t];
        int which = dates.ResetOn(t.End);
        if (which >= 0 && terms.Interest.FirstReset is { } stated && t.End == dates.FirstReset) return stated.Fraction;
        if (which >= 0 && terms.Interest.Resets[which].Index is null) return Limited(which, terms.Interest.Resets[which].Spread.Fraction, t);
        return dates.Indices.From(t.End) is { } index ? Limited(index.Reset, Made(index, t), t) : Rate[t];
    }

    Formula Limited(int reset, Formula rate, Period t)
    {
        var limits = Limits(reset);
        if (limits.LeastChange is { } least) rate = Formula.Max(rate, Rate[t] + least.Fraction);
        if (limits.GreatestChange is { } greatest) rate = Formula.Min(rate, Rate[t] + greatest.Fraction);
        return RateFormula.Within(rate, limits.Floor, limits.Cap);
    }

    Formula Made(IndexInForce index, Period t) => Indexed(index, t) + terms.Interest.Resets[index.Reset].Spread.Fraction;

    Formula Indexed(IndexInForce index, Period t)
    {
        var reset = terms.Interest.Resets[index.Reset];
        return RateFormula.Index(fixings[index.Reset].Of(index.Index, t), reset.Rounding, Limits(index.Reset).IndexFloor, Limits(index.Reset).IndexCap) * reset.Multiplier;
    }

    // What is fixed in advance stands in the column that ends on the reset, all else in the columns whose rate it is.
    RatePeriod? Needed(int reset, QuotedIndex quoted, Period t) =>
        (quoted.IsInAdvance ? dates.Indices.From(t.End) : dates.Indices.In(t)) is { } index && index.Reset == reset && index.Index == quoted ? index.For : null;
}
