using NodaTime;

namespace ProjectFinance.Time;

/// <summary>One date of a schedule, as the contract writes it and as business days move it.</summary>
/// <param name="Unadjusted">The date the contract names: 1997-03-31.</param>
/// <param name="Adjusted">The date on which is paid: 1997-03-27. Equal to the other where nothing moved.</param>
public readonly record struct ScheduleDate(LocalDate Unadjusted, LocalDate Adjusted)
{
    /// <summary>The date, and where it moved: "1997-03-31 moved to 1997-03-27".</summary>
    public override string ToString() => Unadjusted == Adjusted ? Unadjusted.Iso() : $"{Unadjusted.Iso()} moved to {Adjusted.Iso()}";
}
