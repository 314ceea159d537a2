using ProjectFinance.Amounts;
using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Accounts;

/// <summary>
/// Lays out an account and its waterfall. The names of its lines are written first, so that anything may refer to them, and their
/// formulas when every line they name is there. docs/facilities.md says what every line means.
/// </summary>
sealed class AccountLines
{
    readonly Model model;
    readonly Account terms;
    readonly Line opening;
    readonly Line receipts;
    readonly Line minimum;
    readonly Line need;
    readonly Line distribution;
    readonly Line closing;

    AccountLines(Model model, Account terms)
    {
        (this.model, this.terms) = (model, terms);
        opening = Declare("Opening balance", LineKind.Opening, "");
        receipts = Declare("Receipts", LineKind.Flow, SourceOf("receipts"));
        minimum = Declare("Minimum balance", LineKind.Level, SourceOf("minimumBalance"));
        need = Declare("Funding need", LineKind.Flow, SourceOf("minimumBalance"));
        distribution = Declare("Distribution", LineKind.Flow, SourceOf("distribution"));
        closing = Declare("Closing balance", LineKind.Level, "");
    }

    /// <summary>Writes the names of the account's lines.</summary>
    internal static AccountLines Declare(Model model, Account terms) => new(model, terms);

    /// <summary>Writes the formulas.</summary>
    /// <param name="where">Where the account stands in the input: "accounts[0]".</param>
    /// <exception cref="InvalidInputException">Lines, obligations or milestones the terms name do not exist; every one at once.</exception>
    internal void Complete(string where)
    {
        var gather = new Gather();
        List<Line> received = [], drawn = [];
        List<(Payment Terms, Obligation Owed)> payments = [];
        Func<Period, Formula> least = _ => 0;
        Func<Period, Formula>? keep = null;
        Milestone? after = null;
        gather.Try(() => received = Gather.Each(terms.Receipts, (name, i) => Received(name, $"{where}.receipts[{i}]")));
        gather.Try(() => drawn = Gather.Each(terms.Draws, (name, i) => Received(name, $"{where}.draws[{i}]")));
        gather.Try(() => payments = Gather.Each(terms.Waterfall, (payment, i) => (payment, Owed(payment.Pay, $"{where}.waterfall[{i}].pay"))));
        if (terms.MinimumBalance is { } amount) gather.Try(() => least = AmountLines.Write(model, amount, $"{where}.minimumBalance"));
        if (terms.Distribution?.AfterMilestone is { } milestone) gather.Try(() => after = AmountLines.FindMilestone(model, milestone, $"{where}.distribution.afterMilestone"));
        if (terms.Distribution?.Keep is { } kept) gather.Try(() => keep = AmountLines.Write(model, kept, $"{where}.distribution.keep"));
        gather.Throw();

        opening.Is(t => closing.Previous(t, 0));
        receipts.Is(t => Sum(received.Select(line => line[t])) + Sum(drawn.Select(line => line[t])));
        minimum.Is(least);
        need.Is(t => NotNegative(minimum[t] + Sum(payments.Where(p => p.Terms.DrawsMayFund).Select(p => p.Owed.Payable[t]))
            - opening[t] - Sum(received.Select(line => line[t]))));
        var left = Pay(payments);
        Distribute(left, after, keep, payments);
        Check(payments, received, drawn);
    }

    string Name(string title) => $"{terms.Name} / {title}";

    string SourceOf(string field) => terms.Sources.GetValueOrDefault(field, "");

    Line Declare(string title, LineKind kind, string source) => model.Declare(Name(title), terms.Currency, kind, source);

    Line Received(string name, string where) => Exchange.Into(AmountLines.Find(model, name, where), terms.Currency, where);

    Obligation Owed(string name, string where)
    {
        var owed = model.Obligations.FirstOrDefault(o => o.Name == name)
            ?? throw InvalidInputException.Of($"Obligation '{name}'", "nothing of that name is owed in the deal", Nearest.Hint(name, model.Obligations.Select(o => o.Name)), where);
        if (!owed.IsUnpaid) throw InvalidInputException.Of($"Obligation '{name}'", "it is paid elsewhere already", "an obligation has one place in one waterfall", where);
        Exchange.Settle(model, owed, terms.Currency, where);
        owed.IsUnpaid = false;
        return owed;
    }

    /// <summary>Pays in order; returns what is left.</summary>
    Func<Period, Formula> Pay(List<(Payment Terms, Obligation Owed)> payments)
    {
        Func<Period, Formula> left = t => opening[t] + receipts[t];
        foreach (var (_, owed) in payments)
        {
            var available = model.Line(Name($"Available for {owed.Name}"), terms.Currency, left, LineKind.Level, SourceOf("waterfall"));
            owed.Payment.Is(t => Min(owed.Payable[t], NotNegative(available[t])));
            left = t => available[t] - owed.Payment[t];
        }
        return left;
    }

    void Distribute(Func<Period, Formula> leftAfterPayments, Milestone? after, Func<Period, Formula>? keep, List<(Payment Terms, Obligation Owed)> payments)
    {
        var left = model.Line(Name("Left after payments"), terms.Currency, leftAfterPayments, LineKind.Level, SourceOf("waterfall"));
        var overdue = model.Line(Name("Overdue"), terms.Currency, t => Sum(payments.Select(p => p.Owed.Arrears[t])), LineKind.Level, "everything in the waterfall that is due and not paid");
        var kept = keep is null ? null : model.Line(Name("Kept from distribution"), terms.Currency, keep, LineKind.Level, SourceOf("distribution"));
        distribution.Is(t =>
        {
            if (terms.Distribution is not { } rules) return 0;
            Condition allowed = after is null ? true : Occasions.HasCome(after, t);
            if (rules.OnlyWhenNothingIsOverdue) allowed &= !(overdue[t] > 0);
            return When(allowed, NotNegative(left[t] - minimum[t] - (kept is null ? 0 : kept[t])), 0);
        });
        closing.Is(t => left[t] - distribution[t]);
        model.Line(Name("Shortfall of minimum balance"), terms.Currency, t => NotNegative(minimum[t] - closing[t]), LineKind.Level, SourceOf("minimumBalance"));
    }

    void Check(List<(Payment Terms, Obligation Owed)> payments, List<Line> received, List<Line> drawn)
    {
        var cashIn = new RunningSum(model, t => Sum(received.Concat(drawn).Select(line => line[t])));
        var cashOut = new RunningSum(model, t => Sum(payments.Select(p => p.Owed.Payment[t])) + distribution[t]);
        model.Check($"Checks / {terms.Name}: cash in = cash out + balance", terms.Currency, t => cashIn.To(t) - cashOut.To(t) - closing[t]);
        model.Check($"Checks / {terms.Name}: never overdrawn", terms.Currency, t => NotNegative(-closing[t]));
        foreach (var (_, owed) in payments)
        {
            var fellDue = new RunningSum(model, owed.Charge);
            var paid = new RunningSum(model, t => owed.Paid[t]);
            model.Check($"Checks / {owed.Name}: all that fell due = paid + overdue", owed.Due.Unit, t => fellDue.To(t) - paid.To(t) - owed.Overdue[t]);
        }
    }
}
