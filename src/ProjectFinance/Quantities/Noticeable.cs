namespace ProjectFinance;

/// <summary>The smallest amounts that count as something; what is smaller is left over from rounding.</summary>
static class Noticeable
{
    /// <summary>A cent, of whatever is owed, paid or held.</summary>
    internal const double Amount = 0.01;

    /// <summary>A thousandth of an ounce, in which metal is weighed.</summary>
    internal const double Metal = 0.001;

    /// <summary>Half a cent: less is printed as nothing, is no difference of two amounts of money, and breaches no limit in money.</summary>
    internal const double Money = 0.005;

    /// <summary>A billionth: less is no difference of ratios and counts.</summary>
    internal const double Number = 1e-9;
}
