using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Json;

/// <summary>How it is written what is agreed of a scheduled loan while it is outstanding.</summary>
static class ScheduledLoanChangeShape
{
    static readonly ObjectShape<Deferral> Deferred = new ObjectShape<Deferral>("deferral", "A payment that falls due later.", new(default, default))
        .Required("due", Leaf.Date, x => x.Due, (x, v) => x with { Due = v }, "The day on which it was to fall due.")
        .Required("to", Leaf.Date, x => x.To, (x, v) => x with { To = v }, "The day on which it falls due instead.");

    public static ObjectShape<RevisedTerms> Terms { get; } = new ObjectShape<RevisedTerms>("revisedTerms", "What is newly agreed of a scheduled loan; what is left out stays.", new())
        .Maybe("rate", Leaf.Percentage, x => x.Rate, (x, v) => x with { Rate = v }, "The yearly rate from the day on, until it is reset.")
        .Maybe("resets", Leaf.Array(ScheduledLoanShape.Reset), x => x.Resets, (x, v) => x with { Resets = v }, "All resets after the day; none where the rate is fixed from then on.")
        .Maybe("limits", ScheduledLoanShape.Limits, x => x.Limits, (x, v) => x with { Limits = v }, "What the rate stays within at resets after the day.")
        .Maybe("interestDates", ScheduleShape.Shape, x => x.InterestDates, (x, v) => x with { InterestDates = v }, "The interest dates after the day, besides maturity.")
        .Maybe("amortisation", AmortisationShape.Shape, x => x.Amortisation, (x, v) => x with { Amortisation = v }, "How what is outstanding on the day is repaid after it.")
        .Maybe("maturity", Leaf.Date, x => x.Maturity, (x, v) => x with { Maturity = v }, "Final maturity.")
        .Maybe("prepayments", Leaf.Array(DatedAmountShape.Shape), x => x.Prepayments, (x, v) => x with { Prepayments = v }, "All prepayments on the day and later; none where those agreed fall away.")
        .Optional("deferrals", Leaf.Array(Deferred), x => x.Deferrals, (x, v) => x with { Deferrals = v }, "Payments that fall due later than agreed.");

    public static ObjectShape<ScheduledLoanChange> Shape { get; } = new ObjectShape<ScheduledLoanChange>("scheduledLoanChange", "What is agreed of a scheduled loan from a day on.", new(default, new()))
        .Required("from", Leaf.Date, x => x.From, (x, v) => x with { From = v }, "The day after which it holds.")
        .Required("to", Terms, x => x.To, (x, v) => x with { To = v }, "The new terms.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");
}
