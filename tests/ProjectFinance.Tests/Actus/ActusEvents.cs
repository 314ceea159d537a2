using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Actus;

/// <summary>The events of a contract, read off the lines of the loan it was mapped to.</summary>
sealed class ActusEvents
{
    static readonly string[] Order = ["IED", "PI", "PR", "PP", "IP", "IPCI", "RRF", "RR", "PRF", "PRD", "TD", "SC", "IPCB", "MD"];

    readonly ActusCase terms;
    readonly ActusContract contract;
    readonly ScheduledLoan loan;
    readonly Run run;

    ActusEvents(ActusCase terms)
    {
        (this.terms, contract) = (terms, new(terms));
        var mapped = new ActusLoan(terms, contract);
        loan = mapped.Loan;
        var planned = Planned().ToList();
        LocalDate last = loan.Sale?.Date ?? loan.Maturity ?? ActusContract.Day(contract.Last);
        var model = ScheduledLoanLayout.Lay(loan, mapped.Market, mapped.Start, loan.Maturity is null && loan.Sale is null ? last : null, planned.Select(e => e.Counted).Where(date => date >= mapped.Start));
        run = new Runner(model).Run();
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        Rows = [.. planned.Where(IsListed).OrderBy(e => e.Time).ThenBy(e => Array.IndexOf(Order, e.Type)).Select(Row)];
        // Two interest dates that move to one business day: the first takes all.
        Rows = [.. Rows.Select((row, i) => row.Type == "IP" && i > 0 && (Rows[i - 1].Type, Rows[i - 1].Time) == ("IP", row.Time) ? row with { Payoff = 0 } : row)];
    }

    IReadOnlyList<ActusRow> Rows { get; }

    /// <summary>The events, in their order.</summary>
    public static IReadOnlyList<ActusRow> Of(ActusCase terms) => new ActusEvents(terms).Rows;

    // An event, when it is listed and in the column of which day it stands.
    readonly record struct Event(string Type, LocalDateTime Time, LocalDate Counted);

    // Nothing on or before the status date, before a purchase, after a sale, or after the last date wanted.
    bool IsListed(Event e) => e.Time > contract.Status && e.Time >= contract.Drawn && (e.Type is not ("IP" or "IPCI") || terms.Has("nominalInterestRate"))
        && (terms.Time("purchaseDate") is not { } bought || e.Type == "PRD" || e.Time > bought)
        && (terms.Time("terminationDate") is not { } sold || e.Time <= sold && (e.Time < sold || e.Type is not ("SC" or "IPCB" or "MD")))
        && (terms.To is not { } to || e.Time <= to);

    IEnumerable<Event> Planned()
    {
        yield return Plain("IED", contract.Drawn);
        if (terms.Time("purchaseDate") is { } bought) yield return Plain("PRD", bought);
        if (terms.Time("terminationDate") is { } sold) yield return Plain("TD", sold);
        if (contract.Maturity is { } maturity)
        {
            yield return Shifted("IP", maturity);
            yield return Shifted("MD", maturity);
        }
        foreach (var date in contract.Principal) yield return Shifted("PR", date);
        foreach (var segment in contract.Type == "LAX" ? contract.Arrays.Principal(contract.Last) : [])
        foreach (var date in segment.Dates) yield return Shifted(segment.Draws ? "PI" : "PR", date);
        foreach (var observed in terms.Events.Where(e => e.Type is "PR" or "PP")) yield return Plain(observed.Type, observed.Time);
        foreach (var e in Interest().Concat(Resets())) yield return e;
        foreach (var date in contract.Scalings) yield return Shifted("SC", date);
        foreach (var date in contract.Bases) yield return Shifted("IPCB", date);
        if (loan.Amortisation is AnnuityInstalments { Payment: null } && contract.Principal is [var first, ..] && first.AtMidnight() > contract.Drawn) yield return Plain("PRF", first.PlusDays(-1).AtMidnight());
    }

    IEnumerable<Event> Interest()
    {
        var until = loan.Interest.CapitalisedUntil;
        foreach (var date in contract.Interest) if (date != until) yield return Shifted(date < until ? "IPCI" : "IP", date);
        if (until is { } end) yield return Shifted("IPCI", end);
    }

    IEnumerable<Event> Resets()
    {
        var dates = contract.Resets.Select(date => (Date: date, IsKnown: false))
            .Concat(contract.Type == "LAX" ? contract.Arrays.Resets(contract.Last).SelectMany(segment => segment.Dates.Select(date => (Date: date, IsKnown: segment.IsFixed))) : []).ToList();
        var next = loan.Interest.FirstReset is null ? null : dates.Select(reset => reset.Date).Where(date => date.AtMidnight() > contract.Status).Cast<LocalDate?>().FirstOrDefault();
        foreach (var (date, isKnown) in dates)
        {
            // The dictionary: RRF is a reset to a rate that is known beforehand.
            yield return Shifted(isKnown || date == next ? "RRF" : "RR", date);
            if (contract.Type == "ANN") yield return Shifted("PRF", date);
        }
    }

    static Event Plain(string type, LocalDateTime time) => new(type, time, ActusContract.Day(time));

    Event Shifted(string type, LocalDate date) => new(type, contract.Settled(date).AtMidnight(), contract.Counted(date));

    Event Shifted(string type, LocalDateTime time) => ActusContract.Day(time) == time.Date ? Shifted(type, time.Date) : Plain(type, time);

    ActusRow Row(Event e)
    {
        var t = run.Model.Timeline.EndingOn(e.Counted);
        double Line(string title) => run[$"Loan / {title}", t];
        int place = Array.IndexOf(Order, e.Type);
        // At 23:59:59 nothing of the next day has happened.
        bool isBefore = e.Type is "PRD" or "TD" && e.Counted > e.Time.Date;
        bool After(string type) => !isBefore && place >= Array.IndexOf(Order, type);
        bool isInterestDate = contract.Interest.Exists(date => contract.Counted(date) == e.Counted) || loan.Interest.CapitalisedUntil is { } until && e.Counted == contract.Counted(until) || e.Counted == loan.Maturity || contract.Maturity is { } last && contract.Counted(last.Date) == e.Counted;
        double accrued = Line("Interest accrued") + Line("Interest falling due");
        double drawn = Line("Draw");
        double notional = Line("Opening balance") + drawn - (After("PR") ? Line("Principal of instalment") + Line("Prepayment") : 0) + (After("IPCI") ? Line("Interest capitalised") : 0);
        double left = After("IP") && isInterestDate && e.Type != "IPCI" || After("IPCI") && isInterestDate ? 0 : accrued;
        double payoff = e.Type switch
        {
            "IED" => -(drawn + Line("Premium")),
            "PI" => -drawn,
            "PR" => Scale("Principal") * (Line("Principal of instalment") + (terms.Events.Count > 0 ? Line("Prepayment") : 0)),
            "PP" => Line("Prepayment"),
            "IP" => Scale("Interest") * accrued,
            "PRD" => -(terms.Number("priceAtPurchaseDate") + contract.Sign * left),
            "TD" => terms.Number("priceAtTerminationDate") + contract.Sign * left,
            "MD" => Scale("Maturity") * Line("Principal at maturity"),
            _ => 0,
        };
        if (e.Type is "TD" or "MD") (notional, left) = (0, 0);
        return new(e.Time, e.Type, contract.Sign * payoff, contract.Sign * notional, Line(After("RRF") ? "Rate afterwards" : "Rate"), contract.Sign * left);

        double Scale(string what)
        {
            if (loan.Scaling is not { } scaling || !(what == "Interest" ? scaling.Interest : scaling.Principal)) return 1;
            var line = run.Values("Loan / Index over index at deal");
            double factor = what == "Maturity" ? line[t.Index] : t.Index == 0 ? 1 : line[t.Index - 1];
            return factor * (what == "Interest" ? scaling.InterestMultiplier : scaling.PrincipalMultiplier);
        }
    }
}
