namespace ProjectFinance.Facilities;

/// <summary>Interest that is not due yet and bears interest at the index, where the balance is compounded rather than the rate.</summary>
sealed class CompoundedBalance
{
    readonly Line unpaid;
    readonly Func<Period, Formula> index;

    /// <summary>Writes "NAME / Interest that bears interest". It holds interest at the index, not the margin, from the start of an interest period on.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loan">The loan's name.</param>
    /// <param name="balance">What interest is counted on; the line's unit.</param>
    /// <param name="index">The index of a column times its year fraction; zero where it is not compounded.</param>
    /// <param name="falls">Whether interest falls due at a column's end.</param>
    /// <param name="source">The clause.</param>
    internal CompoundedBalance(Model model, string loan, Line balance, Func<Period, Formula> index, Func<Period, bool> falls, string source)
    {
        this.index = index;
        unpaid = model.Declare($"{loan} / Interest that bears interest", balance.Unit, LineKind.Level, source);
        unpaid.Is(t => falls(t) ? 0 : unpaid.Previous(t, 0) + (balance[t] + unpaid.Previous(t, 0)) * index(t));
    }

    /// <summary>Interest of a column on interest.</summary>
    internal Formula On(Period t) => unpaid.Previous(t, 0) * index(t);
}
