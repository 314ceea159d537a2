using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>Says what of a sculpting's figures cannot be used.</summary>
static class SculptingProblems
{
    const int MostPeriods = 10_000;

    internal static void Throw(Sculpting terms)
    {
        List<Problem> problems =
        [
            .. Row("Cash flow", terms.CashFlow, terms.CashFlow, value => value >= 0, "not below zero; give zero where nothing is available"),
            .. Row("Rate", terms.Rates, terms.CashFlow, value => value >= 0, "not below zero, as a fraction: 0.08"),
            .. Row("DSCR", terms.Dscr, terms.CashFlow, value => value > 0, "above zero: 1.35"),
        ];
        if (terms.Tax is { } tax)
        {
            problems.AddRange(Row("Depreciation", tax.Depreciation, terms.CashFlow, value => value >= 0, "not below zero"));
            if (!(tax.Rate >= 0 && tax.Rate < 1)) problems.Add(new("Tax rate", FormattableString.Invariant($"it is {tax.Rate:R}"), "it must be from 0 up to, but not, 1, as a fraction: 0.35"));
            if (terms.Dscr.Any(cover => cover <= tax.Rate)) problems.Add(new("DSCR", "it is not above the tax rate", "each must be above the tax rate, or interest would pay for itself"));
        }
        if (!(terms.ReserveMonths >= 0) || !double.IsFinite(terms.ReserveMonths)) problems.Add(new("Reserve months", FormattableString.Invariant($"there are {terms.ReserveMonths:R}"), "give a finite number, not below zero"));
        if (terms.PeriodsPerYear < 1) problems.Add(new("Periods per year", $"there are {terms.PeriodsPerYear}", "give at least 1"));
        if (problems.Count > 0) throw new InvalidInputException(problems);
    }

    static IEnumerable<Problem> Row(string subject, ImmutableArray<double> row, ImmutableArray<double> cashFlow, Predicate<double> isGood, string allowed)
    {
        int periods = cashFlow.IsDefault ? 0 : cashFlow.Length, count = row.IsDefault ? 0 : row.Length;
        bool isCashFlow = row == cashFlow;
        if (isCashFlow && periods is 0 or > MostPeriods) yield return new(subject, $"there are {periods} periods", "give from 1 to 10,000");
        if (!isCashFlow && count != periods && (count != 1 || subject == "Depreciation"))
            yield return new(subject, $"there are {count} figures for {periods} periods", subject == "Depreciation" ? "give one a period" : "give one for all periods, or one a period");
        for (int t = 0; t < count; t++)
            if (!double.IsFinite(row[t]) || !isGood(row[t])) yield return new(subject, FormattableString.Invariant($"it is {row[t]:R}"), $"it must be a finite number, {allowed}", $"period {t + 1}");
    }
}
