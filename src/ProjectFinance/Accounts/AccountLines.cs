using NodaTime;
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
    List<AgreedTerms> agreed = [];

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
        agreed = Gather.Each(AccountOnDate.All(terms), (version, _) => Resolve(version, where));
        foreach (var owed in AllOwed.Where(owed => agreed.Exists(version => version.Of(owed) is { When: not null }))) owed.PayOnlyWhen(t => At(t).Of(owed) is { When: { } test } ? test(t) : true);
        opening.Is(t => closing.Previous(t, 0));
        receipts.Is(t => Sum(At(t).Received.Select(line => line[t])) + Sum(At(t).Drawn.Select(line => line[t])));
        minimum.Is(t => At(t).Least(t));
        need.Is(t => NotNegative(minimum[t] + Sum(At(t).Payments.Where(p => p.Terms.DrawsMayFund).Select(p => p.Owed.IfPayable(t, p.Owed.Payable[t])))
            - opening[t] - Sum(At(t).Received.Select(line => line[t]))));
        Distribute(Pay());
        ShowOwnShare();
        Check();
    }

    /// <summary>Finds the lines, obligations and milestones that the terms from one date on name.</summary>
    AgreedTerms Resolve(AccountOnDate version, string where)
    {
        var found = new AgreedTerms { From = version.From, Rules = version.Terms.Distribution };
        var account = version.Terms;
        var gather = new Gather();
        string Path(string field) => $"{where}.{version.PathOf(field)}";
        gather.Try(() => found.Received = Gather.Each(account.Receipts, (name, i) => Received(name, $"{Path("receipts")}[{i}]")));
        gather.Try(() => found.Drawn = Gather.Each(account.Draws, (name, i) => Received(name, $"{Path("draws")}[{i}]")));
        gather.Try(() => found.Payments = Gather.Each(account.Waterfall, (payment, i) => Place(payment, $"{Path("waterfall")}[{i}]")));
        if (account.MinimumBalance is { } amount) gather.Try(() => found.Least = AmountLines.Write(model, amount, Path("minimumBalance")));
        if (account.Distribution?.AfterMilestone is { } milestone) gather.Try(() => found.After = AmountLines.FindMilestone(model, milestone, $"{Path("distribution")}.afterMilestone"));
        if (account.Distribution?.Keep is { } kept) gather.Try(() => found.Keep = AmountLines.Write(model, kept, $"{Path("distribution")}.keep"));
        gather.Throw();
        return found;
    }

    /// <summary>The line of what this account pays of an obligation that it does not pay at all times.</summary>
    internal static string PaidHere(Account terms, Obligation owed) => $"{terms.Name} / {owed.Name} paid";

    /// <summary>The line of what this account takes in of a line that it does not receive at all times.</summary>
    internal static string ReceivedHere(Account terms, string line) => $"{terms.Name} / {line} received";

    void ShowOwnShare()
    {
        foreach (var owed in AllOwed.Where(owed => agreed.Exists(version => version.Of(owed) is null)).ToList())
            model.Line(PaidHere(terms, owed), terms.Currency, t => At(t).Of(owed) is null ? 0 : owed.Payment[t], LineKind.Flow, SourceOf("waterfall"));
        foreach (var name in AccountOnDate.All(terms).SelectMany(version => version.Terms.Receipts.Concat(version.Terms.Draws)).Distinct().Where(name => AccountOnDate.All(terms).Any(version => !IsReceived(version, name))))
        {
            var line = Exchange.Into(AmountLines.Find(model, name, ""), terms.Currency, "");
            model.Line(ReceivedHere(terms, name), terms.Currency, t => IsReceived(AccountOnDate.At(terms, t.End), name) ? line[t] : 0, line.Kind, SourceOf("receipts"));
        }

        static bool IsReceived(AccountOnDate version, string name) => version.Terms.Receipts.Contains(name) || version.Terms.Draws.Contains(name);
    }

    /// <summary>The terms in force at a column's end.</summary>
    AgreedTerms At(Period t) => agreed.Last(version => version.From <= t.End);

    string Name(string title) => $"{terms.Name} / {title}";

    string SourceOf(string field) => terms.Sources.GetValueOrDefault(field, "");

    Line Declare(string title, LineKind kind, string source) => model.Declare(Name(title), terms.Currency, kind, source);

    Line Received(string name, string where) => Exchange.Into(AmountLines.Find(model, name, where), terms.Currency, where);

    /// <summary>Everything that is paid from the account at some time.</summary>
    IEnumerable<Obligation> AllOwed => agreed.SelectMany(version => version.Payments).Select(place => place.Owed).Distinct();

    Paying Place(Payment payment, string where) =>
        new(payment, Owed(payment.Pay, $"{where}.pay"), payment.OnlyWhen is { } test ? TestLines.Write(model, test, $"{where}.onlyWhen") : null);

    Obligation Owed(string name, string where)
    {
        var owed = model.Obligations.FirstOrDefault(o => o.Name == name)
            ?? throw InvalidInputException.Of($"Obligation '{name}'", "nothing of that name is owed in the deal", Nearest.Hint(name, model.Obligations.Select(o => o.Name)), where);
        Exchange.Settle(model, owed, terms.Currency, where);
        return owed;
    }

    /// <summary>Pays in order; returns what is left.</summary>
    Func<Period, Formula> Pay()
    {
        var available = new Dictionary<Obligation, Line>();
        Formula LeftBefore(Period t, int place) => place == 0 ? opening[t] + receipts[t]
            : available[At(t).Payments[place - 1].Owed][t] - At(t).Payments[place - 1].Owed.Payment[t];
        int PlaceOf(Period t, Obligation owed) => At(t).Payments.FindIndex(p => p.Owed == owed);
        foreach (var owed in AllOwed)
        {
            var line = model.Line(Name($"Available for {owed.Name}"), terms.Currency,
                t => PlaceOf(t, owed) is var place and >= 0 ? LeftBefore(t, place) : 0, LineKind.Level, SourceOf("waterfall"));
            available.Add(owed, line);
            owed.PaidBy(t => PlaceOf(t, owed) >= 0 ? owed.IfPayable(t, Min(owed.Payable[t], NotNegative(line[t]))) : null);
        }
        return t => LeftBefore(t, At(t).Payments.Count);
    }

    void Distribute(Func<Period, Formula> leftAfterPayments)
    {
        var left = model.Line(Name("Left after payments"), terms.Currency, leftAfterPayments, LineKind.Level, SourceOf("waterfall"));
        var overdue = model.Line(Name("Overdue"), terms.Currency, t => Sum(At(t).Payments.Select(p => p.Owed.Arrears[t])), LineKind.Level, "everything in the waterfall that is due and not paid");
        if (agreed.Exists(version => version.Payments.Exists(p => p.Owed.Deferred is not null)))
            model.Line(Name("Deferred"), terms.Currency, t => Sum(At(t).Payments.Select(p => p.Owed.Payable[t] - p.Owed.Payment[t] - p.Owed.Arrears[t])), LineKind.Level, "everything in the waterfall that is due and not payable yet");
        var kept = agreed.All(version => version.Keep is null) ? null
            : model.Line(Name("Kept from distribution"), terms.Currency, t => At(t).Keep is { } keep ? keep(t) : 0, LineKind.Level, SourceOf("distribution"));
        distribution.Is(t =>
        {
            if (At(t).Rules is not { } rules) return 0;
            Condition allowed = At(t).After is { } after ? Occasions.HasCome(after, t) : true;
            allowed &= !Defaults.HeldBefore(model, Defaults.LockUp, t);
            if (rules.OnlyWhenNothingIsOverdue) allowed &= !(overdue[t] > 0);
            return When(allowed, NotNegative(left[t] - minimum[t] - (kept is null ? 0 : kept[t])), 0);
        });
        closing.Is(t => left[t] - distribution[t]);
        model.Line(Name("Shortfall of minimum balance"), terms.Currency, t => NotNegative(minimum[t] - closing[t]), LineKind.Level, SourceOf("minimumBalance"));
    }

    void Check()
    {
        var cashIn = new RunningSum(model, t => Sum(At(t).Received.Concat(At(t).Drawn).Select(line => line[t])));
        var cashOut = new RunningSum(model, t => Sum(At(t).Payments.Select(p => p.Owed.Payment[t])) + distribution[t]);
        model.Check($"Checks / {terms.Name}: cash in = cash out + balance", terms.Currency, t => cashIn.To(t) - cashOut.To(t) - closing[t]);
        model.Check($"Checks / {terms.Name}: never overdrawn", terms.Currency, t => NotNegative(-closing[t]));
        foreach (var owed in AllOwed)
        {
            var check = $"Checks / {owed.Name}: all that fell due = paid + overdue";
            if (model.TryFind(check) is not null) continue;
            var fellDue = new RunningSum(model, owed.Charge);
            var paid = new RunningSum(model, t => owed.Paid[t]);
            model.Check(check, owed.Due.Unit, t => fellDue.To(t) - paid.To(t) - owed.Overdue[t] - (owed.Deferred is null ? 0 : owed.Deferred[t]));
        }
    }

    /// <summary>The terms from a date on, with the lines they name.</summary>
    sealed class AgreedTerms
    {
        internal required LocalDate From { get; init; }

        internal required DistributionTerms? Rules { get; init; }

        internal List<Line> Received { get; set; } = [];

        internal List<Line> Drawn { get; set; } = [];

        internal List<Paying> Payments { get; set; } = [];

        internal Func<Period, Formula> Least { get; set; } = _ => 0;

        internal Func<Period, Formula>? Keep { get; set; }

        internal Milestone? After { get; set; }

        /// <summary>The place of an obligation in the waterfall; null where it has none.</summary>
        internal Paying? Of(Obligation owed) => Payments.Find(place => place.Owed == owed);
    }

    /// <summary>A place in the waterfall.</summary>
    /// <param name="Terms">The terms.</param>
    /// <param name="Owed">What is paid.</param>
    /// <param name="When">When it may be paid; null for whenever it is due.</param>
    sealed record Paying(Payment Terms, Obligation Owed, Func<Period, Condition>? When);
}
