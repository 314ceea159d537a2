using ProjectFinance.Quantities;
using ProjectFinance.Time;

namespace ProjectFinance.Results;

/// <summary>Writes the values of a model as people read them: dates as dates, conditions as yes and no.</summary>
static class ValueText
{
    internal static string OfFlag(double value) => value != 0 ? "yes" : "no";

    /// <summary>The number; a day number of a model as its date.</summary>
    internal static string Of(Model model, double value, Unit unit) => unit != Units.Day ? NumberText.Of(value, unit)
        : double.IsInfinity(value) ? "never" : model.Timeline.Start.PlusDays((int)value).Iso();

    /// <summary>The number with its unit in front.</summary>
    internal static string WithUnit(Model model, double value, Unit unit)
    {
        var number = Of(model, value, unit);
        return unit.IsNone || unit == Units.Day || double.IsInfinity(value) ? number : $"{unit} {number}";
    }
}
