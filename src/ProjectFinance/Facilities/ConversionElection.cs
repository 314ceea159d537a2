using NodaTime;

namespace ProjectFinance.Facilities;

/// <summary>When a borrower makes use of a right: on a date, when a milestone is reached, or on the later of both, and with what notice. At least one of date and milestone.</summary>
public sealed record ConversionElection
{
    /// <summary>The first day on which the election takes effect: 1998-03-31. The default is none: the milestone decides.</summary>
    public LocalDate? On { get; init; }

    /// <summary>The milestone that must have been reached: "Commercial Production". The default is none: the date decides.</summary>
    public string? Milestone { get; init; }

    /// <summary>How many business days of notice the contract asks for, counted from the day of notice and from the day the milestone is reached. The default is none, 0; not negative.</summary>
    public int NoticeDays { get; init; }

    /// <summary>The day on which notice is given. The default is in time: before the date by the business days asked for, and for a milestone on its day.</summary>
    public LocalDate? Notice { get; init; }
}
