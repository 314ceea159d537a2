using NodaTime;

namespace ProjectFinance.Results;

/// <summary>A line of a compliance calendar: something that must be so, or be done, on a day, and what became of it in a run.</summary>
public sealed record ComplianceEntry
{
    /// <summary>The day: the test date, the due date, the longstop.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required ComplianceKind Kind { get; init; }

    /// <summary>What it is: "Current ratio", "Project loan / Interest", "Completion reached".</summary>
    public required string Name { get; init; }

    /// <summary>What became of it.</summary>
    public required ComplianceState State { get; init; }

    /// <summary>What <see cref="Value"/>, <see cref="Limit"/> and <see cref="Headroom"/> are counted in. The default is plain numbers.</summary>
    public Unit Unit { get; init; } = Unit.None;

    /// <summary>The figure tested, or the amount to be paid; null where there is none or it does not apply.</summary>
    public double? Value { get; init; }

    /// <summary>For a covenant the limit, the nearer where there are two; null for everything else.</summary>
    public double? Limit { get; init; }

    /// <summary>For a covenant by how much the figure is on the right side of the limit, negative in breach; null for everything else.</summary>
    public double? Headroom { get; init; }

    /// <summary>A word more: "done on 1996-12-20". The default is empty.</summary>
    public string Note { get; init; } = "";
}

/// <summary>What kind of thing stands in a compliance calendar.</summary>
public enum ComplianceKind
{
    /// <summary>A milestone is required.</summary>
    Longstop,

    /// <summary>A financial covenant is tested.</summary>
    Covenant,

    /// <summary>Information is due.</summary>
    Report,

    /// <summary>Something is to be done.</summary>
    Action,

    /// <summary>Something is not to be done, or to be kept as it is.</summary>
    Negative,

    /// <summary>A payment to a lender falls due.</summary>
    Payment,

    /// <summary>A waiver requires something.</summary>
    Condition,
}

/// <summary>What became of something in a compliance calendar.</summary>
public enum ComplianceState
{
    /// <summary>It was met, kept, done or paid in time.</summary>
    Met,

    /// <summary>Nothing is known of it yet; it is taken as kept.</summary>
    Due,

    /// <summary>It was done, reached or paid, but late.</summary>
    Late,

    /// <summary>It was not met, and the lender has waived that.</summary>
    Waived,

    /// <summary>It was not met.</summary>
    Breached,
}
