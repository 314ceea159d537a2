using NodaTime;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Tests.Modelling;

/// <summary>Milestones by the definitions of docs/facilities.md: reached(t) is D on or before end(t); shareAfter(t) is clamp(end(t) - D, 0, days(t)) / days(t).</summary>
public class MilestoneTests
{
    // Columns: closing 2000-12-31, then quarters of 90, 91, 92 and 92 days.
    readonly Model model = Small.Quarters();

    public static TheoryData<string, double[], double[], double[]> Dates => new()
    {
        { "2000-06-01", [1, 1, 1, 1, 1], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1] },
        { "2000-12-31", [1, 1, 1, 1, 1], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1] },
        { "2001-01-01", [0, 1, 1, 1, 1], [0, 0, 1, 1, 1], [0, 89 / 90.0, 1, 1, 1] },
        { "2001-03-31", [0, 1, 1, 1, 1], [0, 0, 1, 1, 1], [0, 0, 1, 1, 1] },
        { "2001-04-30", [0, 0, 1, 1, 1], [0, 0, 0, 1, 1], [0, 0, 61 / 91.0, 1, 1] },
        { "2001-12-31", [0, 0, 0, 0, 1], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0] },
        { "2002-05-05", [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0] },
        { "never", [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public void Milestone_OnADate_IsReachedAndShared(string date, double[] reached, double[] before, double[] shares)
    {
        LocalDate? day = date == "never" ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        var planned = model.Milestone("Planned", day);
        var moved = model.Milestone("Moved", null);

        foreach (var milestone in (Milestone[])[planned, moved])
        {
            Formula[] formulas =
            [
                .. model.Periods.Select(t => Formula.When(milestone.Reached(t), 1, 0)),
                .. model.Periods.Select(t => Formula.When(milestone.ReachedBefore(t), 1, 0)),
                .. model.Periods.Select(milestone.ShareAfter),
            ];
            InputCell[] varying = milestone == moved ? [moved.Date!.Input] : [];
            var values = model.Compile(formulas, varying).Evaluate(varying.Select(_ => moved.DayNumber(day)).ToArray());

            Assert.Equal([.. reached, .. before, .. shares], values);
        }
        if (day is null) Assert.Equal(double.PositiveInfinity, planned.Date!.Value);
    }

    [Fact]
    public void Milestone_ManyScenariosAtOnce_EachHasItsDate()
    {
        var milestone = model.Milestone("Completion", null);
        double[][] scenarios = [.. Enumerable.Range(-5, 400).Select(day => new[] { (double)day }), [double.PositiveInfinity]];
        var period = model.Periods[2];

        // The second quarter is the days 91 to 181 from closing.
        Assert.Equal(scenarios.Select(s => Math.Clamp(181 - s[0], 0, 91) / 91), model.Over(milestone.ShareAfter(period), [milestone.Date!.Input], scenarios));
        Assert.Equal(scenarios.Select(s => s[0] <= 181 ? 1.0 : 0.0), model.Over(Formula.When(milestone.Reached(period), 1, 0), [milestone.Date!.Input], scenarios));
    }

    [Fact]
    public void Milestone_HasAFlagLineAndADate()
    {
        var milestone = model.Milestone("Completion", new LocalDate(2001, 4, 30), "8-K 1996-07-11, Item 5(a)");

        Assert.Equal([0, 0, 1, 1, 1], model.Values(model.Find("Milestones / Completion")));
        Assert.Equal(120, milestone.Date!.Value);
        Assert.Equal(Units.Day, milestone.Date!.Unit);
        Assert.Same(milestone, model.FindMilestone("Completion"));
        Small.Refused(() => model.Milestone("Completion", null));
    }
}
