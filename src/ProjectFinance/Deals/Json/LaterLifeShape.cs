using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Json;

/// <summary>How prepayments, sweeps and reschedulings of a loan are written.</summary>
static class LaterLifeShape
{
    public static ObjectShape<Prepayment> Prepayment { get; } = new ObjectShape<Prepayment>("prepayment", "Principal repaid before its instalments.", new())
        .Optional("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What it is called; the obligation is \"Project loan / Prepayment\".")
        .Optional("payments", Leaf.Array(DatedAmountShape.Shape), x => x.Payments, (x, v) => x with { Payments = v }, "Amounts on dates.")
        .Maybe("amount", AmountShape.Shape, x => x.Amount, (x, v) => x with { Amount = v }, "An amount of each column, added to the payments: \"Hedges / Close-out proceeds\".")
        .Optional("reinstates", Leaf.Truth, x => x.Reinstates, (x, v) => x with { Reinstates = v }, "Whether what is paid may be drawn again; else it cancels as much of the commitment.")
        .Maybe("fee", FeeShape.OfPrepayment, x => x.Fee, (x, v) => x with { Fee = v }, "What is owed on top, as the obligation \"Project loan / Prepayment fee\"; left out for nothing.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");

    public static ObjectShape<Sweep> Sweep { get; } = new ObjectShape<Sweep>("sweep", "A share of an account's excess that goes to principal.", new() { Account = "", Share = default })
        .Required("account", Leaf.Text, x => x.Account, (x, v) => x with { Account = v }, "The account whose excess is swept; its waterfall pays \"Project loan / Sweep\".")
        .Required("share", Leaf.Percentage, x => x.Share, (x, v) => x with { Share = v }, "The share of the excess.")
        .Maybe("from", SteppedShape.Occasion, x => x.From, (x, v) => x with { From = v }, "The date or milestone from which is swept; left out for the closing.")
        .Optional("on", Leaf.Word<SweepDates>("sweep dates"), x => x.On, (x, v) => x with { On = v }, "On which days is swept.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");

    public static ObjectShape<Rescheduling> Rescheduling { get; } = new ObjectShape<Rescheduling>("rescheduling", "A new plan of repayment for the balance outstanding on a date.", new() { From = default, Repayment = null! })
        .Required("from", Leaf.Date, x => x.From, (x, v) => x with { From = v }, "The day after which the new plan holds.")
        .Required("repayment", RepaymentShape.Shape, x => x.Repayment, (x, v) => x with { Repayment = v }, "The new plan; its percentages are of the balance then outstanding.")
        .Maybe("interestDates", ScheduleShape.Shape, x => x.InterestDates, (x, v) => x with { InterestDates = v }, "The interest dates from then on; left out, those the loan had.")
        .Optional("withOverdue", Leaf.Truth, x => x.WithOverdue, (x, v) => x with { WithOverdue = v }, "Whether overdue principal joins what is rescheduled.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");
}
