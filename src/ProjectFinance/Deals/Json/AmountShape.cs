using System.Collections.Immutable;
using ProjectFinance.Amounts;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Json;

/// <summary>How an amount of a contract is written: as its formula in words, or plainly as "USD 250,000" or the name of a line.</summary>
static class AmountShape
{
    const string BetweenSectionAndTitle = " / ";

    static readonly TextShape<Amount> Plain = new("an amount such as 'USD 250,000', or the name of a line such as 'Project / Capital costs'", ParsePlain, WritePlain);

    static readonly ObjectShape<PercentOf> Percent = new ObjectShape<PercentOf>("percentOf", "A share of an amount.", new(default, null!))
        .Required("percent", Leaf.Percentage, x => x.Percent, (x, v) => x with { Percent = v }, "The share.")
        .Required("of", Later(), x => x.Of, (x, v) => x with { Of = v }, "The amount.");

    static readonly ObjectShape<PresentValueOf> PresentValue = new ObjectShape<PresentValueOf>("presentValueOf", "The value of a line's later flows, discounted at a yearly rate over days / 365.", new("", default))
        .Required("line", Leaf.Text, x => x.Line, (x, v) => x with { Line = v }, "The line whose flows are valued.")
        .Required("rate", Leaf.Percentage, x => x.Rate, (x, v) => x with { Rate = v }, "The yearly rate.");

    static readonly ObjectShape<NextMonthsOf> NextMonths = new ObjectShape<NextMonthsOf>("nextMonthsOf", "A line's flows in the months to come.", new(0, ""))
        .Required("months", Leaf.Count, x => x.Months, (x, v) => x with { Months = v }, "How many months, from 1.")
        .Required("line", Leaf.Text, x => x.Line, (x, v) => x with { Line = v }, "The line.")
        .Optional("onTheDay", Leaf.Truth, x => x.OnTheDay, (x, v) => x with { OnTheDay = v }, "Whether the line's amounts fall on the last day of their period instead of spreading over it.");

    static readonly ObjectShape<MilestoneAmount> Milestone = new ObjectShape<MilestoneAmount>("milestoneAmount", "One amount until a milestone is reached, another from then on.", new("", null!, null!))
        .Required("milestone", Leaf.Text, x => x.Milestone, (x, v) => x with { Milestone = v }, "The milestone's name.")
        .Required("until", Later(), x => x.Until, (x, v) => x with { Until = v }, "The amount before it is reached.")
        .Required("from", Later(), x => x.From, (x, v) => x with { From = v }, "The amount from then on.");

    static readonly ObjectShape<AmountFromDate> FromDate = new ObjectShape<AmountFromDate>("amountFromDate", "One amount until a date, another from then on.", new(default, null!, null!))
        .Required("date", Leaf.Date, x => x.Date, (x, v) => x with { Date = v }, "The first day on which the other amount holds.")
        .Required("until", Later(), x => x.Until, (x, v) => x with { Until = v }, "The amount in periods that end before the date.")
        .Required("from", Later(), x => x.From, (x, v) => x with { From = v }, "The amount in periods that end on the date or later.");

    static readonly ObjectShape<QuotientOf> Quotient = new ObjectShape<QuotientOf>("quotientOf", "One amount divided by another; it does not apply where the divisor is not positive.", new(null!, null!))
        .Required("of", Later(), x => x.Of, (x, v) => x with { Of = v }, "What is divided.")
        .Required("by", Later(), x => x.By, (x, v) => x with { By = v }, "The divisor.");

    static readonly UnionShape<Amount> InFull = new UnionShape<Amount>("amountInFull", "An amount as a contract describes it.")
        .Or("amount", new AsShape<StatedAmount, Quantity>(() => Leaf.Quantity, value => new(value), amount => amount.Value))
        .Or("line", new AsShape<LineAmount, string>(() => Leaf.Text, line => new(line), amount => amount.Line))
        .Or("greaterOf", Several(of => new GreaterOf(of), amount => amount.Of))
        .Or("lesserOf", Several(of => new LesserOf(of), amount => amount.Of))
        .Or("sumOf", Several(of => new SumOf(of), amount => amount.Of))
        .Or("differenceOf", Several(of => new DifferenceOf(of), amount => amount.Of))
        .Or("productOf", Several(of => new ProductOf(of), amount => amount.Of))
        .Or("percentOf", Percent)
        .Or("presentValueOf", PresentValue)
        .Or("nextMonthsOf", NextMonths)
        .Or("milestone", Milestone)
        .Or("fromDate", FromDate)
        .Or("quotientOf", Quotient)
        .Or("byDate", new AsShape<AmountByDate, Stepped<Quantity>>(() => SteppedShape.Quantity, value => new(value), amount => amount.Value))
        .Or("perDayOf", new AsShape<PerDayOf, string>(() => Leaf.Text, line => new(line), amount => amount.Line));

    public static Shape<Amount> Shape { get; } = new ShorthandShape<Amount>(InFull, Plain, IsPlain);

    static AsShape<Amount, Amount> Later() => new(() => Shape!, amount => amount, amount => amount);

    static AsShape<T, ImmutableArray<Amount>> Several<T>(Func<ImmutableArray<Amount>, T> to, Func<T, ImmutableArray<Amount>> from) => new(() => Leaf.Array(Shape), to, from);

    static Amount ParsePlain(string text)
    {
        try { return new StatedAmount(Quantity.Parse(text)); }
        catch (InvalidInputException) when (text.Contains(BetweenSectionAndTitle, StringComparison.Ordinal)) { return new LineAmount(text); }
        catch (InvalidInputException found)
        {
            throw InvalidInputException.Of($"Amount '{text}'", $"it is neither an amount ({found.Problems[0].Fact}) nor the name of a line", "write an amount as 'USD 250,000', and a line by section and title as 'Project / Capital costs'");
        }
    }

    static string WritePlain(Amount amount) => amount is StatedAmount stated ? Leaf.Quantity.Written(stated.Value) : ((LineAmount)amount).Line;

    // A line may have a name that reads as something else, "Count" or "USD / oz 5"; it is written in full.
    static bool IsPlain(Amount amount) =>
        amount is StatedAmount || amount is LineAmount { Line: var line } && line.Contains(BetweenSectionAndTitle, StringComparison.Ordinal) && ParsePlain(line) is LineAmount;
}
