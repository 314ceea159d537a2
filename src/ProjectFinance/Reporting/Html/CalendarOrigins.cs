using ProjectFinance.Covenants;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>The cells behind the figures of a compliance calendar.</summary>
sealed class CalendarOrigins(Run run)
{
    internal FigureOrigin? OfState(ComplianceEntry entry) => entry.Kind == ComplianceKind.Covenant ? Cell(entry, FinancialCovenantLines.BreachOf(entry.Name)) : null;

    /// <summary>The figure that was tested. Of a payment what fell due, where nothing was owed from before.</summary>
    internal FigureOrigin? OfValue(ComplianceEntry entry) => entry.Kind switch
    {
        ComplianceKind.Covenant => Cell(entry, FinancialCovenantLines.LineOf(entry.Name)),
        ComplianceKind.Payment => Cell(entry, run.Model.Obligations.First(owed => owed.Name == entry.Name).Due.Name, entry.Value),
        _ => null,
    };

    /// <summary>The limit that is nearer.</summary>
    internal FigureOrigin? OfLimit(ComplianceEntry entry) => entry.Kind != ComplianceKind.Covenant ? null
        : Cell(entry, FinancialCovenantLines.LeastOf(entry.Name), entry.Limit) ?? Cell(entry, FinancialCovenantLines.MostOf(entry.Name), entry.Limit);

    internal FigureOrigin? OfHeadroom(ComplianceEntry entry) => entry.Kind == ComplianceKind.Covenant ? Cell(entry, FinancialCovenantLines.HeadroomOf(entry.Name)) : null;

    FigureOrigin? Cell(ComplianceEntry entry, string name) => run.Model.TryFind(name) is { } line ? FigureOrigin.At(line, run.Model.Timeline.EndingOn(entry.Date)) : null;

    FigureOrigin? Cell(ComplianceEntry entry, string name, double? value) => Cell(entry, name) is { } origin && run[origin.Of[0], run.Model.Periods[origin.First]] == value ? origin : null;
}
