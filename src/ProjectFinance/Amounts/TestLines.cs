using NodaTime;
using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Amounts;

/// <summary>Turns tests into conditions. Every line a test names must be in the model already.</summary>
static class TestLines
{
    /// <summary>The condition of a test in each period. Lines the test needs for itself are written to the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="test">The test.</param>
    /// <param name="where">Where it stands in the input, for problems.</param>
    /// <exception cref="InvalidInputException">A line, milestone, flag or price does not exist; every one at once.</exception>
    internal static Func<Period, Condition> Write(Model model, Test test, string where)
    {
        switch (test)
        {
            case AllOf all:
                return Join(model, all.Of.AsSpan(), $"{where}.allOf", (a, b) => a & b);
            case AnyOf any:
                return Join(model, any.Of.AsSpan(), $"{where}.anyOf", (a, b) => a | b);
            case Not not:
                var negated = Write(model, not.Of, $"{where}.not");
                return t => !negated(t);
            case Compared compared:
                return Compare(model, compared, where);
            case IsReached reached:
                var milestone = AmountLines.FindMilestone(model, reached.Milestone, $"{where}.reached");
                return milestone.Reached;
            case OnOrAfter date:
                return t => t.End >= date.Date;
            case NoDefault:
                return t => !Defaults.ContinuingBefore(model, t);
            case IsFlagged flagged:
                return FlagOf(model, flagged.Flag, $"{where}.flag");
            case ForDays held:
                return InARow(model, held, where);
            case ConsecutiveFixings fixings:
                var first = FirstTime(model, fixings, $"{where}.consecutiveFixings");
                return t => first <= t.End;
            default:
                throw new ArgumentOutOfRangeException(nameof(test), test, "Not a test that can be laid out.");
        }
    }

    static Func<Period, Condition> Join(Model model, ReadOnlySpan<Test> tests, string where, Func<Condition, Condition, Condition> join)
    {
        var conditions = Gather.Each(tests.ToArray(), (test, i) => Write(model, test, $"{where}[{i}]"));
        return t => conditions.Select(condition => condition(t)).Aggregate(join);
    }

    static Func<Period, Condition> Compare(Model model, Compared compared, string where)
    {
        var key = $"{where}.{TestText.Key(compared.Is)}";
        var sides = Gather.Each([(compared.Of, "of"), (compared.Than, "than")], (side, _) => AmountLines.Write(model, side.Item1, $"{key}.{side.Item2}"));
        var (of, than) = (sides[0], sides[1]);
        return compared.Is switch
        {
            Relation.AtLeast => t => of(t) >= than(t),
            Relation.AtMost => t => of(t) <= than(t),
            Relation.Above => t => of(t) > than(t),
            _ => t => of(t) < than(t),
        };
    }

    static Func<Period, Condition> FlagOf(Model model, string name, string where)
    {
        var line = AmountLines.Find(model, name, where);
        if (line.Kind != LineKind.Flag) throw InvalidInputException.Of($"Line '{name}'", $"it holds amounts in {line.Unit}", "a flag, yes or no, is needed here", where);
        var flag = new Flag(line);
        return t => flag[t];
    }

    // Tests that say the same share the count of days.
    static Func<Period, Condition> InARow(Model model, ForDays held, string where)
    {
        var name = $"Tests / Days in a row: {TestText.Of(held.Of)}";
        if (model.TryFind(name) is not { } days)
        {
            var test = Write(model, held.Of, $"{where}.forDays.test");
            days = model.Declare(name, Unit.None, LineKind.Level, "days of the columns at whose ends the test has held without a break");
            days.Is(t => When(test(t), days.Previous(t, 0) + t.Days, 0));
        }
        return t => days[t] >= held.Days;
    }

    static LocalDate FirstTime(Model model, ConsecutiveFixings test, string where)
    {
        if (!model.Market.Prices.TryGetValue(test.Price, out var series))
            throw InvalidInputException.OfMarket($"Price '{test.Price}'", "the market data have no price of that name", Nearest.Hint(test.Price, model.Market.Prices.Keys), $"{where}.price");
        if (series.Unit != test.Than.Unit)
            throw InvalidInputException.Of($"Price '{test.Price}'", $"it is in {series.Unit}, and compared with {test.Than}", $"the level must be in {series.Unit}", $"{where}.than");
        int row = 0;
        foreach (var (date, price) in series.Fixings)
        {
            row = Holds(price, test) ? row + 1 : 0;
            if (row == test.Count) return date;
        }
        return LocalDate.MaxIsoValue;
    }

    static bool Holds(double price, ConsecutiveFixings test) => test.Is switch
    {
        Relation.AtLeast => price >= test.Than.Value,
        Relation.AtMost => price <= test.Than.Value,
        Relation.Above => price > test.Than.Value,
        _ => price < test.Than.Value,
    };
}
