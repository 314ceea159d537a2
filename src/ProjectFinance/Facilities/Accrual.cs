using ProjectFinance.Modelling;

namespace ProjectFinance.Facilities;

/// <summary>Something that accrues from column to column and falls due as a whole on certain dates.</summary>
/// <param name="Accrued">What has accrued and not fallen due: "NAME accrued".</param>
/// <param name="Falling">What falls due: "NAME falling due".</param>
sealed record Accrual(Line Accrued, Line Falling)
{
    /// <summary>Writes "NAME accrued" and "NAME falling due".</summary>
    /// <param name="accruing">The line that gives them their names.</param>
    /// <param name="amount">What accrues in a column.</param>
    /// <param name="falls">Whether what has accrued falls due at a column's end.</param>
    /// <param name="source">The clause.</param>
    /// <param name="atStart">What has accrued when the model begins. The default is nothing.</param>
    internal static Accrual Of(Line accruing, Func<Period, Formula> amount, Func<Period, bool> falls, string source, Formula atStart = default)
    {
        var model = accruing.Model;
        var accrued = model.Declare($"{accruing.Name} accrued", accruing.Unit, LineKind.Level);
        var falling = model.Line($"{accruing.Name} falling due", accruing.Unit, t => falls(t) ? accrued.Previous(t, atStart) + amount(t) : 0, LineKind.Flow, source);
        accrued.Is(t => accrued.Previous(t, atStart) + amount(t) - falling[t]);
        return new(accrued, falling);
    }

    /// <summary>Writes the lines and the obligation they make, falling due on a loan's interest dates.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="accruing">The line that gives the obligation its name.</param>
    /// <param name="amount">What accrues in a column.</param>
    /// <param name="source">The clause.</param>
    /// <param name="relief">What of the amount falling due is not to be paid, such as interest that is capitalised. The default is nothing.</param>
    internal static Obligation Obligation(TermLoanLines loan, Line accruing, Func<Period, Formula> amount, string source, Func<Line, Func<Period, Formula>>? relief = null)
    {
        var falling = Of(accruing, amount, loan.Dates.IsInterestDate, source).Falling;
        var less = relief?.Invoke(falling);
        return loan.Model.Obligation(accruing.Name, loan.Currency, less is null ? t => falling[t] : t => falling[t] - less(t), source);
    }
}
