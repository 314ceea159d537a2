using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

/// <summary>Day counts against the slow ones, and what holds for any dates.</summary>
public class DayCountPropertyTests
{
    static readonly LocalDate From = new(1988, 1, 1);

    static readonly Gen<(LocalDate Start, LocalDate Middle, LocalDate End)> Spans =
        from start in Gen.Choose(0, 10_000)
        from first in Gen.Choose(1, 900)
        from second in Gen.Choose(1, 900)
        select (From.PlusDays(start), From.PlusDays(start + first), From.PlusDays(start + first + second));

    // Sums of a few quotients in double against decimal: 1e-13 is some hundred units in the last place of 5 years.
    const double Near = 1e-13;

    [Fact]
    public void Rules_AnyDates_AgreeWithTheSlowOnes() => Prop.ForAll(Spans.ToArbitrary(), span =>
        Close(DayCounts.ActualActualIsda.YearFraction(span.Start, span.End), SlowDayCounts.Isda(span.Start, span.End))
        && Close(DayCounts.ActualActualAfb.YearFraction(span.Start, span.End), SlowDayCounts.Afb(span.Start, span.End))
        && Close(DayCounts.Business252By(BusinessCalendars.London).YearFraction(span.Start, span.End), SlowDayCounts.Business(span.Start, span.End, BusinessCalendars.London))
        && DayCounts.NoLeap365.Days(span.Start, span.End) == SlowDayCounts.NoLeap(span.Start, span.End)).QuickCheckThrowOnFailure();

    // Anchors on days every month has: month ends are in the worked examples.
    [Fact]
    public void Icma_AnyStub_AgreesWithTheSlowOne()
    {
        var inputs = from span in Spans
                     where span.Start.Day <= 27 && span.End.Day <= 27
                     from months in Gen.Elements(1, 3, 6, 12)
                     from back in Gen.Elements(false, true)
                     select (span, months, back);

        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            var (start, middle, end) = input.span;
            var context = new AccrualContext { PeriodStart = start, PeriodEnd = end, Frequency = NodaTime.Period.FromMonths(input.months), Maturity = input.back ? end : null };
            var anchor = input.back ? start : end;
            return Close(DayCounts.ActualActualIcma.YearFraction(start, end, context), SlowDayCounts.Icma(start, end, anchor, input.months))
                && Close(DayCounts.ActualActualIcma.YearFraction(middle, end, context), SlowDayCounts.Icma(middle, end, anchor, input.months));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AdditiveRules_SplitSpan_SumToTheWhole()
    {
        DayCount[] additive =
        [
            DayCounts.Actual360, DayCounts.Actual365Fixed, DayCounts.Actual365Quarter, DayCounts.ActualActualIsda, DayCounts.ActualActualIcma, DayCounts.NoLeap365,
            DayCounts.Business252, DayCounts.OneOne,
        ];
        Prop.ForAll(Spans.ToArbitrary(), span => additive.All(count =>
        {
            var context = new AccrualContext { PeriodStart = span.Start, PeriodEnd = span.End, Frequency = NodaTime.Period.FromMonths(6), Calendar = BusinessCalendars.NewYork };
            double Part(LocalDate start, LocalDate end) => count.YearFraction(start, end, context);
            return Math.Abs(Part(span.Start, span.Middle) + Part(span.Middle, span.End) - Part(span.Start, span.End)) < Near;
        })).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Days_LaterEnd_IsNeverFewer() => Prop.ForAll(Spans.ToArbitrary(), span => DayCounts.All.All(count =>
    {
        var context = new AccrualContext { Calendar = BusinessCalendars.NewYork };
        return count.Days(span.Start, span.Middle, context) <= count.Days(span.Start, span.End, context)
            && count.Days(span.Start, span.End.PlusDays(-1), context) <= count.Days(span.Start, span.End, context);
    })).QuickCheckThrowOnFailure();

    static bool Close(double ours, decimal slow) => Math.Abs(ours - (double)slow) < Near;
}
