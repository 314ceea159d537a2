using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance;

/// <summary>
/// Something owed and paid out of an account: a royalty, a fee, interest, principal. What is not paid when due is carried to the next
/// period. Whoever writes the obligation writes what newly falls due; a waterfall writes what is paid.
/// </summary>
public sealed class Obligation
{
    readonly Model model;
    readonly List<Func<Period, Formula?>> payers = [];
    Func<Period, Condition>? payableWhen;

    internal Obligation(Model model, string name, Unit unit, Func<Period, Formula> charge, string source)
    {
        this.model = model;
        Name = name;
        Charge = t => HasHappened(t) ? FellDue(t) - CarriedInto(t) : charge(t);
        Due = model.Declare($"{name} due", unit, LineKind.Flow, source);
        Paid = model.Declare($"{name} paid", unit, LineKind.Flow, source);
        Overdue = model.Declare($"{name} overdue", unit, LineKind.Level, "carried when a payment falls short");
        Due.Is(t => charge(t) + CarriedInto(t));
        Overdue.Is(t => IfPayable(t, Unpaid(t, Due, Paid)));
        (Payable, Payment, Arrears) = (Due, Paid, Overdue);
    }

    /// <summary>What is owed: "Project loan / Interest".</summary>
    public string Name { get; }

    /// <summary>What newly falls due in a period, without what is carried.</summary>
    public Func<Period, Formula> Charge { get; }

    /// <summary>What is to be paid in a period: what newly falls due and what is overdue from before. Longer periods show the sum of the periods' claims.</summary>
    public Line Due { get; }

    /// <summary>What is paid, in the unit it is owed in; its formula is given by the waterfall that pays it.</summary>
    public Line Paid { get; }

    /// <summary>What is due, must be paid and is not paid at the end of a period.</summary>
    public Line Overdue { get; }

    /// <summary>What is due and need not be paid yet at the end of a period, because what its payment waits for does not hold; null where it waits for nothing.</summary>
    public Line? Deferred { get; private set; }

    /// <summary>What is due, in the unit it is settled in: <see cref="Due"/> itself, or its value after <see cref="SettleIn"/>.</summary>
    public Line Payable { get; private set; }

    /// <summary>What is paid, in the unit it is settled in; a waterfall gives its formula.</summary>
    public Line Payment { get; private set; }

    /// <summary>What is due and not paid, in the unit it is settled in, at the price of the period.</summary>
    public Line Arrears { get; private set; }

    /// <summary>Whether no waterfall pays it yet.</summary>
    internal bool IsUnpaid => payers.Count == 0;

    /// <summary>Says who pays it in which periods; where nobody does, nothing is paid.</summary>
    /// <param name="payer">What is paid in a period, or null where somebody else pays.</param>
    internal void PaidBy(Func<Period, Formula?> payer)
    {
        payers.Add(payer);
        if (payers.Count == 1) Payment.Is(t => payers.Select(pay => pay(t)).FirstOrDefault(paid => paid is not null) ?? 0);
    }

    /// <summary>
    /// Lets the obligation be paid only while a condition holds: a subordinated claim. Writes "NAME deferred". What is due while the condition does not hold stays due, is not overdue, and
    /// is payable once it holds.
    /// </summary>
    /// <param name="condition">Whether it may be paid in a period.</param>
    /// <exception cref="InvalidOperationException">It has a condition already.</exception>
    public void PayOnlyWhen(Func<Period, Condition> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (payableWhen is not null) throw new InvalidOperationException($"Obligation '{Name}' is paid on a condition already.");
        payableWhen = condition;
        Deferred = model.Line($"{Name} deferred", Due.Unit, t => When(condition(t), 0, Unpaid(t, Due, Paid)), LineKind.Level, "due, and not payable before what it waits for holds");
    }

    bool HasHappened(Period t) => Due.Actual(t) is not null || Paid.Actual(t) is not null;

    // What was really paid was due, whatever the formula says: nobody is owed anything for it.
    Formula FellDue(Period t) => Paid.Actual(t) is null ? Due[t] : Max(Due[t], Paid[t]);

    static Formula Unpaid(Period t, Line due, Line paid) => due.Actual(t) is null && paid.Actual(t) is null ? due[t] - paid[t] : NotNegative(due[t] - paid[t]);

    /// <summary>What is due and not paid at the end of the period before, overdue or deferred.</summary>
    internal Formula CarriedInto(Period t) => Overdue.Previous(t, 0) + (Deferred is null ? 0 : Deferred.Previous(t, 0));

    /// <summary>An amount in the periods in which the obligation may be paid; nothing in the others.</summary>
    internal Formula IfPayable(Period t, Formula amount) => payableWhen is null ? amount : When(payableWhen(t), amount, 0);

    /// <summary>
    /// Settles the obligation in another unit at a price: ounces paid for in dollars at the fixing. Writes "NAME due in USD", "NAME paid in USD" and "NAME overdue in USD";
    /// what is not paid stays owed in its own unit.
    /// </summary>
    /// <param name="unit">What it is paid in.</param>
    /// <param name="price">The price of one unit owed, in the unit it is paid in: USD/oz.</param>
    /// <exception cref="InvalidInputException">The price is in another unit.</exception>
    /// <exception cref="InvalidOperationException">It is settled in another unit already.</exception>
    public void SettleIn(Unit unit, Line price)
    {
        ArgumentNullException.ThrowIfNull(price);
        if (!ReferenceEquals(Payable, Due)) throw new InvalidOperationException($"Obligation '{Name}' is settled in {Payable.Unit} already.");
        if (price.Unit * Due.Unit != unit)
            throw InvalidInputException.Of($"Obligation '{Name}'", $"it is owed in {Due.Unit}, and the price '{price.Name}' is in {price.Unit}", $"to be paid in {unit} it needs a price in {unit / Due.Unit}");
        var payable = Payable = model.Line($"{Name} due in {unit}", unit, t => Due[t] * price[t], LineKind.Flow, $"at {price.Name}");
        var payment = Payment = model.Declare($"{Name} paid in {unit}", unit, LineKind.Flow, $"at {price.Name}");
        Arrears = model.Line($"{Name} overdue in {unit}", unit, t => IfPayable(t, Unpaid(t, payable, payment)), LineKind.Level, $"at {price.Name}");
        // Paid in full is paid exactly, whatever the price rounds to.
        Paid.Is(t => When(payment[t] >= payable[t], Due[t], Ratio(payment[t], price[t], 0)));
    }
}
