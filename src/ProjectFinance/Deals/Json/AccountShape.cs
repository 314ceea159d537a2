using ProjectFinance.Accounts;

namespace ProjectFinance.Deals.Json;

/// <summary>How an account and its waterfall are written.</summary>
static class AccountShape
{
    public static ObjectShape<Payment> Place { get; } = new ObjectShape<Payment>("payment", "One place in a waterfall.", new(Pay: ""))
        .Required("pay", Leaf.Text, x => x.Pay, (x, v) => x with { Pay = v }, "The obligation paid: \"Project loan / Interest\".")
        .Optional("drawsMayFund", Leaf.Truth, x => x.DrawsMayFund, (x, v) => x with { DrawsMayFund = v }, "Whether draws may be sized to pay it; usually false for principal.")
        .Maybe("onlyWhen", TestShape.Shape, x => x.OnlyWhen, (x, v) => x with { OnlyWhen = v }, "What must hold for it to be paid; until then what is due is deferred.");

    public static ObjectShape<DistributionTerms> Distribution { get; } = new ObjectShape<DistributionTerms>("distribution", "How what is left above the minimum balance is distributed.", new())
        .Maybe("afterMilestone", Leaf.Text, x => x.AfterMilestone, (x, v) => x with { AfterMilestone = v }, "The milestone before which nothing is distributed.")
        .Maybe("keep", AmountShape.Shape, x => x.Keep, (x, v) => x with { Keep = v }, "What is kept beyond the minimum balance before anything is distributed.")
        .Optional("onlyWhenNothingIsOverdue", Leaf.Truth, x => x.OnlyWhenNothingIsOverdue, (x, v) => x with { OnlyWhenNothingIsOverdue = v }, "Whether nothing is distributed while anything in the waterfall is overdue.");

    static readonly ObjectShape<AccountChange> Change = new ObjectShape<AccountChange>("accountChange", "Terms of an account as agreed after closing; what is left out stays as it was.", new(From: default))
        .Required("from", Leaf.Date, x => x.From, (x, v) => x with { From = v }, "The first day on which they hold.")
        .Maybe("receipts", Leaf.Texts, x => x.Receipts, (x, v) => x with { Receipts = v }, "The lines received, draws not among them.")
        .Maybe("draws", Leaf.Texts, x => x.Draws, (x, v) => x with { Draws = v }, "The lines of draws received.")
        .Maybe("minimumBalance", AmountShape.Shape, x => x.MinimumBalance, (x, v) => x with { MinimumBalance = v }, "What must stay in the account.")
        .Maybe("waterfall", Leaf.Array(Place), x => x.Waterfall, (x, v) => x with { Waterfall = v }, "Who is paid, in order: the whole list.")
        .Maybe("distribution", Distribution, x => x.Distribution, (x, v) => x with { Distribution = v }, "How what is left above the minimum balance is distributed.");

    static readonly Account Blank = new() { Name = "", Currency = null!, Receipts = [], Waterfall = [] };

    public static ObjectShape<Account> Shape { get; } = new ObjectShape<Account>("account", "An account: everything received goes in, a waterfall pays out, a minimum balance stays.", Blank)
        .Called("Account")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "The account's name, which begins the names of its lines: \"Proceeds Account\".")
        .Required("currency", Leaf.Unit, x => x.Currency, (x, v) => x with { Currency = v }, "What the account is kept in.")
        .Required("receipts", Leaf.Texts, x => x.Receipts, (x, v) => x with { Receipts = v }, "The lines received, draws not among them.")
        .Optional("draws", Leaf.Texts, x => x.Draws, (x, v) => x with { Draws = v }, "The lines of draws received: \"Project loan / Draw\".")
        .Maybe("minimumBalance", AmountShape.Shape, x => x.MinimumBalance, (x, v) => x with { MinimumBalance = v }, "What must stay in the account.")
        .Required("waterfall", Leaf.Array(Place), x => x.Waterfall, (x, v) => x with { Waterfall = v }, "Who is paid, in order.")
        .Maybe("distribution", Distribution, x => x.Distribution, (x, v) => x with { Distribution = v }, "How what is left above the minimum balance is distributed; left out, it stays.")
        .Maybe("partOf", Leaf.Text, x => x.PartOf, (x, v) => x with { PartOf = v }, "The account it is a part of, kept apart for a purpose of its own.")
        .Optional("changes", Leaf.Array(Change), x => x.Changes, (x, v) => x with { Changes = v }, "What was agreed later, in order of date.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });
}
