namespace ProjectFinance;

/// <summary>How a line's periods come together when people read quarters or years.</summary>
public enum LineKind
{
    /// <summary>An amount that flows in a period: interest, a draw. Longer periods are sums.</summary>
    Flow,

    /// <summary>A balance or level at the end of a period: a closing balance, a ratio. Longer periods show the last.</summary>
    Level,

    /// <summary>A level at the start of a period: an opening balance. Longer periods show the first.</summary>
    Opening,

    /// <summary>A yes or no at the end of a period: a milestone reached. Longer periods show the last.</summary>
    Flag,

    /// <summary>Something that must be zero in every period. Longer periods show the largest.</summary>
    Check,
}
