using ProjectFinance.Amounts;
using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>
/// Lays out a term loan. The parts (interest, fees, draws, repayment, looking ahead) each write their own lines and meet in the ones
/// declared here. docs/facilities.md says what every line means.
/// </summary>
sealed class TermLoanLines
{
    TermLoanLines(Model model, TermLoan terms)
    {
        (Model, Terms) = (model, terms);
        Dates = new LoanDates(terms, model.Timeline.Start);
        Currency = terms.Currency;
        Agreed = new SteppedParameter(model, Name("Commitment"), terms.Commitment, SourceOf("commitment"));
        Limit = terms.Draws is Redenomination ? model.Declare(Name("Limit"), Currency, LineKind.Level, SourceOf("commitment")) : null;
        Converted = terms.Draws is Redenomination ? model.Declare(Name("Converted"), Currency, LineKind.Flow, SourceOf("draws")) : null;
        Commitment = Limit is null ? MaximumCredit.Of(Agreed) : MaximumCredit.Of(Limit);
        if (terms.Sweep is not null || terms.Prepayments.Any(prepayment => !prepayment.Reinstates))
            Cancelled = model.Declare(Name("Commitment cancelled"), Currency, LineKind.Level, "prepaid or swept, and not to be drawn again");
        Opening = model.Declare(Name("Opening balance"), Currency, LineKind.Opening);
        Draw = terms.Draws is DrawsAsNeeded
            ? model.Unknown(Name("Draw"), Currency, LineKind.Flow, SourceOf("draws"))
            : model.Declare(Name("Draw"), Currency, LineKind.Flow, SourceOf("draws"));
        Closing = model.Declare(Name("Closing balance"), Currency, LineKind.Level);
    }

    internal Model Model { get; }

    internal TermLoan Terms { get; }

    internal LoanDates Dates { get; }

    internal Unit Currency { get; }

    /// <summary>The commitment as agreed, which may step; for a loan that comes from a conversion, in the currency converted or its own.</summary>
    internal SteppedParameter Agreed { get; }

    /// <summary>How much may be outstanding.</summary>
    internal MaximumCredit Commitment { get; }

    /// <summary>For a loan that comes from a conversion, the limit the conversion makes.</summary>
    internal Line? Limit { get; }

    /// <summary>For a loan that comes from a conversion, what is converted into it.</summary>
    internal Line? Converted { get; }

    /// <summary>Lines that use the commitment besides the balance: what is converted into another loan and outstanding there.</summary>
    internal List<Line> UsedElsewhere { get; } = [];

    /// <summary>What prepayments and sweeps have cancelled of the commitment by a column's end; null where none can.</summary>
    internal Line? Cancelled { get; }

    /// <summary>Lines that reduce the balance besides principal paid, at the column's end: what is converted into shares or into another currency.</summary>
    internal List<Line> Reductions { get; } = [];

    /// <summary>Lines that add to the balance besides draws and capitalised interest, at the column's end: what is converted back.</summary>
    internal List<Line> Additions { get; } = [];

    /// <summary>For lines that depend on what is swept in the column, what they would be if nothing were: looking ahead takes those.</summary>
    internal Dictionary<Line, Line> BeforeSweep { get; } = [];

    /// <summary>The conversion into shares, which comes before principal falls due; null for none.</summary>
    internal ConversionLines? Conversion { get; private set; }

    internal Line Opening { get; }

    internal Line Draw { get; }

    internal Line Closing { get; }

    /// <summary>Interest to be paid.</summary>
    internal Obligation Interest { get; private set; } = null!;

    /// <summary>Interest added to the balance.</summary>
    internal Line Capitalised { get; private set; } = null!;

    /// <summary>Principal, repaid when due and before.</summary>
    internal RepaymentLines Repayment { get; private set; } = null!;

    /// <summary>Writes the loan's lines.</summary>
    /// <param name="model">The model; the loan's milestones are in it already.</param>
    /// <param name="terms">Terms that have been validated.</param>
    /// <param name="market">Where fixings and forward rates come from.</param>
    /// <param name="drawnBefore">The draws of loans that fund the same need and come first.</param>
    /// <param name="where">Where the loan stands in the input: "facilities[0]".</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    internal static TermLoanLines Write(Model model, TermLoan terms, Market market, IReadOnlyList<Line> drawnBefore, string where, List<Action> later)
    {
        var loan = new TermLoanLines(model, terms);
        var events = new LoanEvents(loan);
        var availability = new AvailabilityLines(loan, events);
        var rate = new RateLines(loan, market);
        var fees = new FeeLines(loan, availability);
        var interest = new InterestLines(loan, rate, fees, availability, events);
        if (terms.Conversion is { } agreed) loan.Conversion = ConversionLines.Declare(loan, agreed, $"{where}.conversion");
        var repayment = new RepaymentLines(loan, events, rate, where, later);
        (loan.Interest, loan.Capitalised, loan.Repayment) = (interest.Interest, interest.Capitalised, repayment);
        interest.Complete(repayment);
        if (loan.Conversion is { } conversion)
        {
            loan.Reductions.Add(conversion.Converted);
            later.Add(() => conversion.Complete(t => NotNegative(loan.Opening[t] + loan.Draw[t] + interest.Capitalised[t] - repayment.OverdueBefore(t))));
        }
        loan.Balance(interest, repayment, availability, drawnBefore);
        LookAheadLines.Write(loan, rate, fees, interest, repayment);
        loan.Service(interest, fees, repayment);
        return loan;
    }

    /// <summary>What the commitment is on a column's last day, less what has been cancelled before.</summary>
    internal Formula CommitmentAt(Period t) => LessCancelled(Commitment.At(t), t);

    /// <summary>What the commitment is at a column's start, as far as it is known in another column.</summary>
    internal Formula CommitmentAtStart(Period t, Period known) => LessCancelled(Commitment.AtStart(t, known), known);

    /// <summary>The obligations that repay principal before its instalments.</summary>
    internal IEnumerable<string> EarlyRepayments => Terms.Prepayments.Select(prepayment => Name(prepayment.Name)).Concat(Terms.Sweep is null ? [] : [Name(SweepLines.Title)]);

    internal string Name(string title) => $"{Terms.Name} / {title}";

    internal string SourceOf(string field) => Terms.Sources.GetValueOrDefault(field, "");

    void Balance(InterestLines interest, RepaymentLines repayment, AvailabilityLines availability, IReadOnlyList<Line> drawnBefore)
    {
        Opening.Is(t => Closing.Previous(t, 0));
        availability.Complete(interest.Capitalised, drawnBefore);
        Closing.Is(t => Changed(Opening[t] + Draw[t] + interest.Capitalised[t] - repayment.Paid(t), t));
        var added = new RunningSum(Model, t => Sum(Additions.Select(line => line[t])));
        var lent = new RunningSum(Model, t => Draw[t] + interest.Capitalised[t] + Sum(Additions.Select(line => line[t])));
        var repaid = new RunningSum(Model, t => repayment.Paid(t) + Sum(Reductions.Select(line => line[t])));
        Model.Check($"Checks / {Terms.Name}: drawn and capitalised = repaid + outstanding", Currency, t => lent.To(t) - repaid.To(t) - Closing[t]);
        Model.Check($"Checks / {Terms.Name}: never drawn beyond the commitment", Currency, t => NotNegative(Closing[t] - added.To(t) - Commitment.Largest(t)));
    }

    /// <summary>What uses the commitment as a column begins: the balance, and what was converted into another loan.</summary>
    internal Formula Used(Period t) => Opening[t] + UsedElsewhereBefore(t);

    /// <summary>What was converted into another loan and is outstanding there as a column begins.</summary>
    internal Formula UsedElsewhereBefore(Period t) => Sum(UsedElsewhere.Select(line => line.Previous(t, 0)));

    /// <summary>A balance with what changes it at a column's end besides draws, capitalised interest and principal.</summary>
    internal Formula Changed(Formula balance, Period t) =>
        Reductions.Aggregate(Additions.Aggregate(balance, (sum, line) => sum + line[t]), (sum, line) => sum - line[t]);

    /// <summary>The same, if nothing were swept on the day.</summary>
    internal Formula ChangedBeforeSweep(Formula balance, Period t) =>
        Reductions.Aggregate(Additions.Aggregate(balance, (sum, line) => sum + IfNothingIsSwept(line)[t]), (sum, line) => sum - IfNothingIsSwept(line)[t]);

    /// <summary>A line as it would be if nothing were swept on the day.</summary>
    internal Line IfNothingIsSwept(Line line) => BeforeSweep.GetValueOrDefault(line, line);

    void Service(InterestLines interest, FeeLines fees, RepaymentLines repayment) =>
        Model.Line(Name("Debt service"), Currency, t => interest.Interest.Charge(t) + fees.Recurring(t) + repayment.Scheduled[t],
            source: "interest, commitment fee and principal newly falling due; overdue amounts are not counted again, prepayments and sweeps not at all");

    Formula LessCancelled(Formula commitment, Period t) => Cancelled is null ? commitment : commitment - Cancelled.Previous(t, 0);
}
