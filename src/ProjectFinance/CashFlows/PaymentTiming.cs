namespace ProjectFinance;

/// <summary>When within each period of an annuity its payment falls: the argument "type" of spreadsheet functions.</summary>
public enum PaymentTiming
{
    /// <summary>In arrears, at the end of each period, as loans are repaid: type 0. The default everywhere.</summary>
    EndOfPeriod = 0,

    /// <summary>In advance, at the beginning of each period, as leases are paid (an annuity due): type 1.</summary>
    BeginningOfPeriod = 1,
}
