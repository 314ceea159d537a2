using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;
using static ProjectFinance.Formula;

namespace ProjectFinance.Covenants;

/// <summary>
/// Lays out the ratios lenders look at, from lines every loan writes: "Debt service", "Rate for the period", and what is outstanding.
/// A ratio that does not apply is positive infinity. docs/facilities.md says what every line means.
/// </summary>
sealed class CoverRatioLines
{
    readonly Model model;
    readonly CoverRatios terms;
    readonly ImmutableArray<string> balances;
    readonly LocalDate maturity;
    readonly Func<Period, bool> isServiceDate;

    CoverRatioLines(Model model, CoverRatios terms, ImmutableArray<string> balances, LocalDate maturity, Func<Period, bool> isServiceDate) =>
        (this.model, this.terms, this.balances, this.maturity, this.isServiceDate) = (model, terms, balances, maturity, isServiceDate);

    /// <summary>Writes the ratios.</summary>
    /// <param name="model">The model; every line the terms name is in it.</param>
    /// <param name="terms">The definitions.</param>
    /// <param name="balances">For each of the loans the line of what is outstanding.</param>
    /// <param name="maturity">The day by which the last of the loans is repaid.</param>
    /// <param name="isServiceDate">Whether debt is serviced on a column's last day.</param>
    internal static void Write(Model model, CoverRatios terms, ImmutableArray<string> balances, LocalDate maturity, Func<Period, bool> isServiceDate) =>
        new CoverRatioLines(model, terms, balances, maturity, isServiceDate).Write();

    void Write()
    {
        var flows = Amounts.AmountLines.Find(model, terms.CashFlow, "ratios.cashFlow");
        var currency = flows.Unit;
        var available = Add("CFADS", currency, t => flows[t], LineKind.Flow, SourceOf("cashFlow"));
        var service = Add("Debt service", currency, t => Sum(Into(currency, Loans("Debt service")).Select(line => line[t])), LineKind.Flow, "of all loans");
        var debt = Add("Debt outstanding", currency, t => Sum(Into(currency, Find(balances)).Select(line => line[t])), LineKind.Level, "of all loans");
        Add("DSCR", Unit.None, t => Tested(t) ? Ratio(LookBack(available, t), LookBack(service, t), double.PositiveInfinity) : double.PositiveInfinity,
            LineKind.Level, $"{terms.CashFlow} / debt service of the last {terms.LookBackMonths} months, not before {terms.From.Iso()}");
        LifeOfLoan(available, debt);
        Gearing(debt, currency);
        if (terms.Production is { } production) ReserveTail(production);
    }

    void LifeOfLoan(Line available, Line debt)
    {
        var toMaturity = PresentValue("Cash flow to maturity, present value", available, maturity);
        var toEnd = PresentValue("Cash flow to the end of the project, present value", available, model.Timeline.End);
        var cash = Gather.Each(terms.Cash, (name, i) => Amounts.AmountLines.Find(model, name, $"ratios.cash[{i}]"));
        var counted = cash.Count == 0 ? "" : ", and cash";
        Formula Cover(Line value, Period t) => When(debt[t] > Noticeable.Amount * debt.Unit, Ratio(value[t] + Sum(cash.Select(line => line[t])), debt[t], double.PositiveInfinity), double.PositiveInfinity);
        Add("LLCR", Unit.None, t => t.End >= terms.From && t.End < maturity ? Cover(toMaturity, t) : double.PositiveInfinity, LineKind.Level, $"present value of CFADS to final maturity, at the loan's rate{counted} / debt outstanding");
        Add("PLCR", Unit.None, t => t.End >= terms.From ? Cover(toEnd, t) : double.PositiveInfinity, LineKind.Level, $"present value of CFADS to the end of the project, at the loan's rate{counted} / debt outstanding");
    }

    /// <summary>The value at a column's end of later cash flow, discounted column by column at the rate of the first loan named.</summary>
    Line PresentValue(string title, Line flows, LocalDate until)
    {
        var factor = Loans("Rate for the period")[0];
        return flows.PresentValue($"Ratios / {title}", t => Ratio(1, 1 + factor[t], 0), until, "discounted at the loan's rate");
    }

    void Gearing(Line debt, Unit currency)
    {
        var equity = Gather.Each(terms.Equity, (name, i) => Amounts.AmountLines.Find(model, name, $"ratios.equity[{i}]"));
        var paidIn = model.Declare("Ratios / Contributions to date", currency, LineKind.Level);
        paidIn.Is(t => paidIn.Previous(t, 0) + Sum(equity.Select(line => line[t])));
        Add("Gearing", Unit.None, t => Ratio(debt[t], debt[t] + paidIn[t], 0), LineKind.Level, "debt outstanding / (debt outstanding + contributions to date)");
    }

    void ReserveTail(string production)
    {
        var ounces = Amounts.AmountLines.Find(model, production, "ratios.production");
        int first = model.Timeline.EndingOn(maturity).Index + 1;
        Add("Reserve tail", Unit.None, _ => Ratio(ounces.Sum(first, model.Periods.Count - 1), ounces.Sum(0, model.Periods.Count - 1), 0),
            LineKind.Level, "produced after final maturity / produced in all");
    }

    Formula LookBack(Line line, Period t) => line.SumOfLastMonths(t, terms.LookBackMonths, terms.From);

    bool Tested(Period t) => t.End > terms.From && isServiceDate(t);

    List<Line> Loans(string title) => Find([.. terms.Facilities.Select(name => $"{name} / {title}")]);

    List<Line> Find(ImmutableArray<string> lines) => Gather.Each(lines, (name, i) => Amounts.AmountLines.Find(model, name, $"ratios.facilities[{i}]"));

    // A loan in metal shows its lines in money too, at the prices it is settled at.
    static List<Line> Into(Unit currency, List<Line> lines) => [.. lines.Select((line, i) => Amounts.Exchange.Into(line, currency, $"ratios.facilities[{i}]"))];

    Line Add(string title, Unit unit, Func<Period, Formula> formula, LineKind kind, string source) => model.Line($"Ratios / {title}", unit, formula, kind, source);

    string SourceOf(string field) => terms.Sources.GetValueOrDefault(field, "");
}
