using System.Collections.Immutable;
using ProjectFinance.Modelling;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Amounts;

/// <summary>Turns amounts into formulas. Every line an amount names must be in the model already.</summary>
static class AmountLines
{
    /// <summary>The formula of an amount in each period. Lines the amount needs for itself are written to the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="where">Where it stands in the input, for problems.</param>
    /// <exception cref="InvalidInputException">A line or milestone does not exist; every one at once.</exception>
    internal static Func<Period, Formula> Write(Model model, Amount amount, string where)
    {
        switch (amount)
        {
            case StatedAmount stated:
                return _ => stated.Value;
            case LineAmount line:
                var cells = Find(model, line.Line, where);
                return t => cells[t];
            case GreaterOf greater:
                return Fold(model, greater.Of, $"{where}.greaterOf", Formula.Max);
            case LesserOf lesser:
                return Fold(model, lesser.Of, $"{where}.lesserOf", Formula.Min);
            case SumOf sum:
                return Fold(model, sum.Of, $"{where}.sumOf", (a, b) => a + b);
            case DifferenceOf difference:
                return Fold(model, difference.Of, $"{where}.differenceOf", (a, b) => a - b);
            case ProductOf product:
                return Fold(model, product.Of, $"{where}.productOf", (a, b) => a * b);
            case PercentOf percent:
                var whole = Write(model, percent.Of, $"{where}.percentOf.of");
                return t => percent.Percent.Fraction * whole(t);
            case PresentValueOf value:
                var present = PresentValueLine.Write(model, value.Line, value.Rate, $"{where}.presentValueOf.line");
                return t => present[t];
            case NextMonthsOf next:
                return NextMonths(model, next, where);
            case QuotientOf quotient:
                var sides = Gather.Each([(quotient.Of, "of"), (quotient.By, "by")], (side, _) => Write(model, side.Item1, $"{where}.quotientOf.{side.Item2}"));
                return t => Formula.Ratio(sides[0](t), sides[1](t), double.PositiveInfinity);
            case AmountByDate stepped:
                foreach (var named in stepped.Value.Changes.Select(change => change.On).OfType<OnMilestone>()) FindMilestone(model, named.Milestone, $"{where}.byDate");
                return t => Stepped(model, stepped.Value, t);
            case PerDayOf each:
                var counted = Find(model, each.Line, $"{where}.perDayOf");
                return t => t.Days == 0 ? 0 : counted[t] / (t.Days * Units.Day);
            case MilestoneAmount milestone:
                return Switch(model, milestone, $"{where}.milestone");
            case AmountFromDate dated:
                var both = Gather.Each([(dated.Until, "until"), (dated.From, "from")], (side, _) => Write(model, side.Item1, $"{where}.fromDate.{side.Item2}"));
                return t => t.End < dated.Date ? both[0](t) : both[1](t);
            default:
                throw new ArgumentOutOfRangeException(nameof(amount), amount, "Not an amount that can be laid out.");
        }
    }

    /// <summary>The line with a name; where it is missing the problem says where it was asked for.</summary>
    internal static Line Find(Model model, string name, string where) => model.TryFind(name) ?? OfMarket(model, name)
        ?? throw (IsOfMarket(name)
            ? InvalidInputException.OfMarket($"Line '{name}'", "the market data have no price of that name", Nearest.Hint(SeriesOf(name), model.Market.Prices.Keys), where)
            : InvalidInputException.Of($"Line '{name}'", "the deal has no line of that name", Nearest.Hint(name, model.Lines.Select(l => l.Name)), where));

    /// <summary>The line with a name, which must be counted in a unit.</summary>
    internal static Line Find(Model model, string name, string where, Unit unit) => Find(model, name, where) is var line && line.Unit == unit ? line
        : throw InvalidInputException.Of($"Line '{name}'", $"it is counted in {line.Unit}", $"it must be in {unit}", where);

    /// <summary>The milestone with a name; where it is missing the problem says where it was asked for.</summary>
    internal static Milestone FindMilestone(Model model, string name, string where) => model.Milestones.FirstOrDefault(m => m.Name == name)
        ?? throw InvalidInputException.Of($"Milestone '{name}'", "the deal has no milestone of that name", Nearest.Hint(name, model.Milestones.Select(m => m.Name)), where);

    /// <summary>The latest value of a stepped amount whose date or milestone has come.</summary>
    internal static Formula Stepped(Model model, Stepped<Quantity> amount, Period t) =>
        amount.Changes.Aggregate((Formula)amount.Initial, (before, change) => Formula.When(Occasions.HasCome(model, change.On, t), change.To, before));

    // "Prices / gold" is written when the first amount names it.
    static Line? OfMarket(Model model, string name) => IsOfMarket(name) && model.Market.Prices.ContainsKey(SeriesOf(name)) ? model.Price(SeriesOf(name)) : null;

    static bool IsOfMarket(string name) => name.StartsWith(MarketLines.PriceSection + " / ", StringComparison.Ordinal);

    static string SeriesOf(string name) => name[(MarketLines.PriceSection.Length + 3)..];

    static Func<Period, Formula> Fold(Model model, ImmutableArray<Amount> amounts, string where, Func<Formula, Formula, Formula> join)
    {
        var formulas = Gather.Each(amounts, (amount, i) => Write(model, amount, $"{where}[{i}]"));
        return t => formulas.Select(formula => formula(t)).Aggregate(join);
    }

    static Func<Period, Formula> Switch(Model model, MilestoneAmount amount, string where)
    {
        var milestone = FindMilestone(model, amount.Milestone, $"{where}.milestone");
        var formulas = Gather.Each([(amount.Until, "until"), (amount.From, "from")], (x, _) => Write(model, x.Item1, $"{where}.{x.Item2}"));
        return t => Formula.When(Occasions.HasCome(milestone, t), formulas[1](t), formulas[0](t));
    }

    static Func<Period, Formula> NextMonths(Model model, NextMonthsOf next, string where)
    {
        var line = Find(model, next.Line, $"{where}.nextMonthsOf.line");
        if (!next.OnTheDay) return t => line.SumOfNextMonths(t, next.Months);
        return t => Formula.Sum(model.Periods.Skip(t.Index + 1).Where(u => u.End <= t.End.MonthsLater(next.Months)).Select(u => line[u]));
    }
}
