namespace ProjectFinance.Facilities;

/// <summary>Something that accrues from column to column and falls due as a whole on interest dates.</summary>
static class Accrual
{
    /// <summary>Writes "NAME accrued" and "NAME falling due", and the obligation they make.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="accruing">The line that gives the obligation its name.</param>
    /// <param name="amount">What accrues in a column.</param>
    /// <param name="source">The clause.</param>
    /// <param name="relief">What of the amount falling due is not to be paid, such as interest that is capitalised. The default is nothing.</param>
    internal static Obligation Obligation(TermLoanLines loan, Line accruing, Func<Period, Formula> amount, string source, Func<Line, Func<Period, Formula>>? relief = null)
    {
        var model = loan.Model;
        var accrued = model.Declare($"{accruing.Name} accrued", loan.Currency, LineKind.Level);
        var falling = model.Line($"{accruing.Name} falling due", loan.Currency, t => loan.Dates.IsInterestDate(t) ? accrued.Previous(t, 0) + amount(t) : 0, LineKind.Flow, source);
        accrued.Is(t => accrued.Previous(t, 0) + amount(t) - falling[t]);
        var less = relief?.Invoke(falling);
        return model.Obligation(accruing.Name, loan.Currency, less is null ? t => falling[t] : t => falling[t] - less(t), source);
    }
}
