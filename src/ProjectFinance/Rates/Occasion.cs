using NodaTime;
using NodaTime.Text;
using ProjectFinance.Time;

namespace ProjectFinance.Rates;

/// <summary>When something changes: on a date, or when a milestone is reached.</summary>
public abstract record Occasion
{
    private protected Occasion() { }

    /// <summary>Reads "1997-09-30" as a date and anything else as the name of a milestone.</summary>
    public static Occasion Parse(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } date ? new OnDate(date.Value) : new OnMilestone(text);
}

/// <summary>On a calendar date.</summary>
/// <param name="Date">The first day on which the new value holds.</param>
public sealed record OnDate(LocalDate Date) : Occasion
{
    /// <summary>The date as ISO text.</summary>
    public override string ToString() => Date.Iso();
}

/// <summary>When a milestone is reached.</summary>
/// <param name="Milestone">The milestone's name: "Completion".</param>
public sealed record OnMilestone(string Milestone) : Occasion
{
    /// <summary>The milestone's name.</summary>
    public override string ToString() => Milestone;
}
