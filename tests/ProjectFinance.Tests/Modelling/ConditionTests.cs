using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Modelling;

/// <summary>Conditions by their truth tables, built while laying out and evaluated singly and in blocks.</summary>
public class ConditionTests
{
    static readonly double[][] Table = [[0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 1], [1, 0, 0], [1, 0, 1], [1, 1, 0], [1, 1, 1]];

    readonly Model model = Small.Quarters();
    readonly InputCell[] inputs;
    readonly Condition p;
    readonly Condition q;
    readonly Condition r;

    public ConditionTests()
    {
        Line[] lines = [model.Supplied("P"), model.Supplied("Q"), model.Supplied("R")];
        inputs = [.. lines.Select(line => line.Inputs[1])];
        (p, q, r) = (lines[0][1] > 0.5, lines[1][1] >= 1, lines[2][1] > 0);
    }

    static TheoryData<string> Names(IEnumerable<string> names) => [.. names];

    public static TheoryData<string> Connectives => Names(["and", "or", "not", "and or", "or and", "de morgan and", "de morgan or", "implies", "xor", "majority"]);

    // C#'s own operators on bool are the table.
    static bool Table1(string name, bool a, bool b, bool c) => name switch
    {
        "and" => a && b,
        "or" => a || b,
        "not" => !a,
        "and or" => a && (b || c),
        "or and" => a || (b && c),
        "de morgan and" => !(a && b),
        "de morgan or" => !(a || b),
        "implies" => !a || b,
        "xor" => a != b,
        _ => (a && b) || (a && c) || (b && c),
    };

    static Condition Written(string name, Condition a, Condition b, Condition c) => name switch
    {
        "and" => a & b,
        "or" => a | b,
        "not" => !a,
        "and or" => a & (b | c),
        "or and" => a | (b & c),
        "de morgan and" => !a | !b,
        "de morgan or" => !a & !b,
        "implies" => !a | b,
        "xor" => (a & !b) | (!a & b),
        _ => (a & b) | (a & c) | (b & c),
    };

    [Theory]
    [MemberData(nameof(Connectives))]
    public void Condition_OfInputs_FollowsItsTruthTable(string name)
    {
        var formula = When(Written(name, p, q, r), 1, 0);
        var expected = Table.Select(row => Table1(name, row[0] == 1, row[1] == 1, row[2] == 1) ? 1.0 : 0.0);

        Assert.Equal(expected, model.Over(formula, inputs, Table));
        Assert.Equal(expected, Table.Select(row => model.Over(formula, inputs, row)[0]));
    }

    [Theory]
    [MemberData(nameof(Connectives))]
    public void Condition_KnownWhileBuilding_FollowsItsTruthTable(string name) => Assert.All(Table, row =>
    {
        var (a, b, c) = (row[0] == 1, row[1] == 1, row[2] == 1);
        double expected = Table1(name, a, b, c) ? 1 : 0;

        Assert.Equal(expected, Assert.Single(model.Values(When(Written(name, a, b, c), 1, 0))));
        // One of the three varies, the others are known: folded as far as it goes.
        Assert.Equal([expected], model.Over(When(Written(name, p, b, c), 1, 0), inputs, row));
        Assert.Equal([expected], model.Over(When(Written(name, a, q, c), 1, 0), inputs, row));
        Assert.Equal([expected], model.Over(When(Written(name, a, b, r), 1, 0), inputs, row));
    });

    [Fact]
    public void Comparisons_AtAndBesideEquality_AreExact()
    {
        var x = model.Supplied("X");
        double below = Math.BitDecrement(1), above = Math.BitIncrement(1);
        (Condition Condition, double[] Expected)[] cases =
        [
            (x[1] > 1, [0, 0, 1]), (x[1] >= 1, [0, 1, 1]), (x[1] < 1, [1, 0, 0]), (x[1] <= 1, [1, 1, 0]), (!(x[1] > 1), [1, 1, 0]),
        ];

        Assert.All(cases, c =>
        {
            Assert.Equal(c.Expected, model.Over(When(c.Condition, 1, 0), [x.Inputs[1]], [below], [1], [above]));
            Assert.Equal(c.Expected, new[] { below, 1, above }.Select(value => model.Over(When(c.Condition, 1, 0), [x.Inputs[1]], [value])[0]));
        });
    }

    [Fact]
    public void Flag_IsALineOfOnesAndZeros()
    {
        var flag = model.Flag("Late", t => t.Index >= 2);
        var count = model.Line("Late quarters", Unit.None, t => flag.Line.Sum(0, t.Index));

        Assert.Equal([0, 0, 1, 1, 1], model.Values(flag.Line));
        Assert.Equal([0, 0, 1, 2, 3], model.Values(count));
        Assert.Equal(LineKind.Flag, flag.Line.Kind);
    }

    [Fact]
    public void Flag_Previous_LooksBack()
    {
        var flag = model.Flag("Late", t => t.Index >= 2);
        var before = model.Flag("Was late", t => flag.Previous(t, true));

        Assert.Equal([1, 0, 0, 1, 1], model.Values(before.Line));
    }

    [Fact]
    public void Flag_ThatVaries_IsOneOrZeroAsAnOutput()
    {
        var flag = model.Flag("Both", _ => p & q);

        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1], model.Over(flag.Line[1], inputs, Table));
        Assert.Equal([1], model.Over(flag.Line[1], inputs, [1, 1, 0]));
    }

    // A number is no truth value: a line of numbers that called itself a flag would be read as a mask of bits.
    [Fact]
    public void LineOfNumbers_CannotCallItselfAFlag()
    {
        (string Name, Action Write)[] written =
        [
            ("A", () => model.Line("A", Unit.None, _ => 2, LineKind.Flag)),
            ("B", () => model.Declare("B", Unit.None, LineKind.Flag)),
            ("C", () => model.Unknown("C", Unit.None, LineKind.Flag)),
            ("D", () => model.Input("D", Unit.None, _ => 2, kind: LineKind.Flag)),
        ];

        Assert.All(written, w => Assert.Equal($"Line '{w.Name}'", Small.Refused(w.Write).Subject));
    }
}
