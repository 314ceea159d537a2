using ProjectFinance.Modelling;

namespace ProjectFinance;

/// <summary>
/// Something owed and paid out of an account: a royalty, a fee, interest, principal. What is not paid when due is carried to the next
/// period. Whoever writes the obligation writes what newly falls due; a waterfall writes what is paid.
/// </summary>
public sealed class Obligation
{
    internal Obligation(Model model, string name, Unit unit, Func<Period, Formula> charge, string source)
    {
        Name = name;
        Charge = charge;
        Due = model.Declare($"{name} due", unit, LineKind.Flow, source);
        Paid = model.Declare($"{name} paid", unit, LineKind.Flow, source);
        Overdue = model.Declare($"{name} overdue", unit, LineKind.Level, "carried when a payment falls short");
        Due.Is(t => charge(t) + Overdue.Previous(t, 0));
        Overdue.Is(t => Due[t] - Paid[t]);
    }

    /// <summary>What is owed: "Project loan / Interest".</summary>
    public string Name { get; }

    /// <summary>What newly falls due in a period, without what is carried.</summary>
    public Func<Period, Formula> Charge { get; }

    /// <summary>What is to be paid in a period: what newly falls due and what is overdue from before. Longer periods show the sum of the periods' claims.</summary>
    public Line Due { get; }

    /// <summary>What is paid; its formula is given by the waterfall that pays it.</summary>
    public Line Paid { get; }

    /// <summary>What is due and not paid at the end of a period.</summary>
    public Line Overdue { get; }
}
