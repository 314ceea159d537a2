using static ProjectFinance.Units;

namespace ProjectFinance.Tests.Modelling;

/// <summary>A circular reference is an error that names the lines and periods of the whole loop.</summary>
public class CircularityTests
{
    readonly Model model = Small.Quarters(2);

    [Fact]
    public void Loop_OfThreeLines_NamesEachWithItsPeriod()
    {
        var draw = model.Declare("Draw", Usd);
        var interest = model.Line("Interest", Usd, t => draw[t] * 0.02);
        var need = model.Line("Need", Usd, t => interest[t] + 100 * Usd);
        draw.Is(t => need[t]);

        var problem = Small.Refused(model.Complete);

        Assert.Equal("Line 'Draw'", problem.Subject);
        Assert.Equal("circular reference: 'Draw' (2000-12-31) needs 'Need' (2000-12-31) needs 'Interest' (2000-12-31) needs 'Draw' (2000-12-31)", problem.Fact);
        Assert.Contains("Model.Unknown", problem.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Loop_OfACellWithItself_IsNamed()
    {
        var line = model.Declare("Self", Usd);
        line.Is(t => line[t]);

        Assert.Equal("circular reference: 'Self' (2000-12-31) needs 'Self' (2000-12-31)", Small.Refused(model.Complete).Fact);
    }

    // Column 2 looks back and column 1 looks ahead: a loop across periods.
    [Fact]
    public void Loop_AcrossPeriods_NamesBoth()
    {
        var a = model.Declare("A", Usd);
        var b = model.Line("B", Usd, t => t.Index == 1 ? a[2] : 0);
        a.Is(t => t.Index == 2 ? b[1] : 0);

        Assert.Equal("circular reference: 'B' (2001-03-31) needs 'A' (2001-06-30) needs 'B' (2001-03-31)", Small.Refused(model.Complete).Fact);
    }

    [Fact]
    public void Loop_ThroughACondition_IsFound()
    {
        var late = model.Declare("Amount", Usd);
        var flag = model.Flag("Late", t => late[t] > 1 * Usd);
        late.Is(t => Formula.When(flag[t], 1 * Usd, 2 * Usd));

        Assert.Contains("'Late' (2000-12-31)", Small.Refused(model.Complete).Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void LinesThatNeedALoopFromOutside_AreNotPartOfIt()
    {
        var outside = model.Declare("Outside", Usd);
        var inside = model.Declare("Inside", Usd);
        inside.Is(t => inside[t] + 1 * Usd);
        outside.Is(t => inside[t]);

        Assert.DoesNotContain("Outside", Small.Refused(model.Complete).Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void LookBackAndLookAhead_ThatDoNotMeet_AreNoLoop()
    {
        var forward = model.Declare("Forward", Usd);
        var backward = model.Declare("Backward", Usd);
        forward.Is(t => forward.Previous(t, 1 * Usd) + backward[t]);
        backward.Is(t => backward.Next(t, 1 * Usd));

        model.Complete();
    }

    [Fact]
    public void Loop_ThroughAnUnknown_IsAllowed()
    {
        var draw = model.Unknown("Draw", Usd);
        var interest = model.Line("Interest", Usd, t => draw[t] * 0.02);
        draw.Is(t => interest[t] + 98 * Usd);

        Assert.All(model.Values(draw), value => Assert.Equal(100, value, 1e-12));
    }

    [Fact]
    public void LoopBesideAnUnknown_IsStillFound()
    {
        var draw = model.Unknown("Draw", Usd);
        var a = model.Declare("A", Usd);
        var b = model.Line("B", Usd, t => a[t] + draw[t]);
        a.Is(t => b[t]);
        draw.Is(t => b[t] * 0.5);

        Assert.Contains("'A' (2000-12-31) needs 'B' (2000-12-31)", Small.Refused(model.Complete).Fact, StringComparison.Ordinal);
    }
}
