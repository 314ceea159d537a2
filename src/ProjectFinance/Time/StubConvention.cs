namespace ProjectFinance.Time;

/// <summary>Where the days go that whole steps leave over. Source: FpML, stubPeriodTypeEnum; 2006 ISDA Definitions know stubs only by their dates.</summary>
public enum StubConvention
{
    /// <summary>Nowhere: the steps must fit.</summary>
    None,

    /// <summary>Into a first period shorter than a step; dates are counted back from the end.</summary>
    ShortFront,

    /// <summary>Into a first period longer than a step; dates are counted back from the end.</summary>
    LongFront,

    /// <summary>Into a last period shorter than a step; dates are counted from the start.</summary>
    ShortBack,

    /// <summary>Into a last period longer than a step; dates are counted from the start.</summary>
    LongBack,
}
