using ProjectFinance.Amounts;
using static ProjectFinance.Formula;

namespace ProjectFinance.Operations;

/// <summary>Lays out a right to elect: what it is worth to both sides with and without electing, whether it is taken, and the cash flow of each side. docs/facilities.md says what every line means.</summary>
sealed class ElectionLines
{
    readonly Model model;
    readonly Election terms;
    readonly Line reimbursement;
    readonly Line holderElecting;
    readonly Line holderNotElecting;
    readonly Line companyElecting;
    readonly Line companyNotElecting;
    readonly Line paid;
    readonly Line toHolder;
    readonly Line toCompany;
    readonly Flag elected;
    Func<Period, Condition> isAvailable = _ => true;

    ElectionLines(Model model, Election terms)
    {
        (this.model, this.terms) = (model, terms);
        var available = model.Flag(Name("Available"), t => isAvailable(t), SourceOf("when"));
        reimbursement = Declare("Price of electing", LineKind.Level, SourceOf("reimbursement"));
        holderElecting = Value("holder, electing");
        holderNotElecting = Value("holder, not electing");
        companyElecting = Value("company, electing");
        companyNotElecting = Value("company, not electing");
        elected = model.Flag(Name("Elected"), t => t.End == terms.Date ? available[t] & IsWanted(t) : t.End < terms.Date ? false : elected!.Previous(t, false), SourceOf("rule"));
        paid = model.Line(Name("Reimbursement"), terms.Currency, t => t.End == terms.Date ? When(elected[t], reimbursement[t], 0) : 0, LineKind.Flow, SourceOf("reimbursement"));
        toHolder = Declare("Cash flow of the holder", LineKind.Flow, SourceOf("interest"));
        toCompany = Declare("Cash flow of the company", LineKind.Flow, SourceOf("interest"));
    }

    /// <summary>Writes the names of the election's lines, and has their formulas written once every line of the deal is there.</summary>
    /// <param name="model">The model.</param>
    /// <param name="terms">Terms that have been validated.</param>
    /// <param name="where">Where the election stands in the input: "elections[0]".</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    internal static void Write(Model model, Election terms, string where, List<Action> later)
    {
        var lines = new ElectionLines(model, terms);
        later.Add(() => lines.Complete(where));
    }

    void Complete(string where)
    {
        var gather = new Gather();
        Line? flow = null, given = null, flowValue = null, givenValue = null;
        Func<Period, Formula> costs = _ => 0;
        gather.Try(() => (flow, flowValue) = Valued(terms.CashFlow, $"{where}.cashFlow"));
        if (terms.InsteadOf is { } instead) gather.Try(() => (given, givenValue) = Valued(instead, $"{where}.insteadOf"));
        if (terms.When is { } test) gather.Try(() => isAvailable = TestLines.Write(model, test, $"{where}.when"));
        gather.Try(() => costs = AmountLines.Write(model, terms.CostsToDate, $"{where}.costsToDate"));
        gather.Throw();

        var interest = model.Parameter(Name("Interest"), terms.Interest.Fraction * Unit.None, SourceOf("interest"));
        var multiple = model.Parameter(Name("Reimbursement share"), terms.Reimbursement.Fraction * Unit.None, SourceOf("reimbursement"));
        Func<Period, Formula> givenUp = t => given is null ? 0 : given[t];
        Func<Period, Formula> valueGivenUp = t => givenValue is null ? 0 : givenValue[t];
        Func<Period, Formula> whole = t => flowValue![t] + valueGivenUp(t);
        reimbursement.Is(t => multiple * (interest * costs(t)));
        holderElecting.Is(t => interest * whole(t) - reimbursement[t]);
        holderNotElecting.Is(valueGivenUp);
        companyElecting.Is(t => whole(t) - interest * whole(t) + reimbursement[t]);
        companyNotElecting.Is(t => flowValue![t]);
        toHolder.Is(t => When(elected.Previous(t, false), interest * (flow![t] + givenUp(t)), givenUp(t)) - paid[t]);
        toCompany.Is(t => When(elected.Previous(t, false), flow![t] + givenUp(t) - interest * (flow[t] + givenUp(t)), flow[t]) + paid[t]);
        model.Check($"Checks / {terms.Name}: electing moves value and makes none", terms.Currency, t => holderElecting[t] + companyElecting[t] - holderNotElecting[t] - companyNotElecting[t]);
        model.Check($"Checks / {terms.Name}: both sides share the cash flow", terms.Currency, t => toHolder[t] + toCompany[t] - flow![t] - givenUp(t));
    }

    (Line Flow, Line Value) Valued(string name, string where) =>
        (AmountLines.Find(model, name, where, terms.Currency), PresentValueLine.Write(model, name, terms.DiscountRate, where));

    Condition IsWanted(Period t) => terms.Rule switch
    {
        ElectionRule.Always => true,
        ElectionRule.Never => false,
        _ => holderElecting[t] > holderNotElecting[t],
    };

    string Name(string title) => $"{terms.Name} / {title}";

    string SourceOf(string field) => terms.Sources.GetValueOrDefault(field, "");

    Line Value(string side) => Declare($"Value to the {side}", LineKind.Level, "of later cash flow and of the price of electing, as at the end of the column");

    Line Declare(string title, LineKind kind, string source) => model.Declare(Name(title), terms.Currency, kind, source);
}
