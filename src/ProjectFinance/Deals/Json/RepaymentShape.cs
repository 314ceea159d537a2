using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Json;

/// <summary>How repayment is written.</summary>
static class RepaymentShape
{
    static readonly ObjectShape<EqualPrincipal> Equal = new ObjectShape<EqualPrincipal>("equalPrincipal", "Instalments of equal principal.", new(Dates: null!))
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The instalment dates; the last is final maturity.");

    static readonly ObjectShape<LevelPayment> Level = new ObjectShape<LevelPayment>("levelPayment", "Instalments whose principal and interest together are level at a planning rate.", new(null!, default))
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The instalment dates; the last is final maturity.")
        .Required("planningRate", Leaf.Percentage, x => x.PlanningRate, (x, v) => x with { PlanningRate = v }, "The yearly rate at which payments are level.");

    static readonly ObjectShape<Instalment> OfTable = new ObjectShape<Instalment>("instalment", "One instalment of a percentage table.", new(default, default))
        .Required("date", Leaf.Date, x => x.Date, (x, v) => x with { Date = v }, "When it is due.")
        .Required("percent", Leaf.Percentage, x => x.Percent, (x, v) => x with { Percent = v }, "The share of the loan.");

    static readonly ObjectShape<PercentageTable> Table = new ObjectShape<PercentageTable>("percentageTable", "Instalments of stated percentages, which sum to 100.", new(Instalments: []))
        .Required("instalments", Leaf.Array(OfTable), x => x.Instalments, (x, v) => x with { Instalments = v }, "The instalments, in order.");

    static readonly ObjectShape<Bullet> AtOnce = new ObjectShape<Bullet>("bullet", "The whole loan on one date.", new(Date: default))
        .Required("date", Leaf.Date, x => x.Date, (x, v) => x with { Date = v }, "Final maturity.");

    static readonly ObjectShape<OnDemand> Demand = new ObjectShape<OnDemand>("onDemand", "The whole loan when the lender asks for it.", new(Maturity: default))
        .Required("maturity", Leaf.Date, x => x.Maturity, (x, v) => x with { Maturity = v }, "The last day, if the lender never asks.")
        .Maybe("demand", SteppedShape.Occasion, x => x.Demand, (x, v) => x with { Demand = v }, "When the plan expects the demand, a date or a milestone; left out for never.");

    public static UnionShape<Repayment> Shape { get; } = new UnionShape<Repayment>("repayment", "How principal is repaid.")
        .Or("equalPrincipal", Equal)
        .Or("levelPayment", Level)
        .Or("percentageTable", Table)
        .Or("bullet", AtOnce)
        .Or("onDemand", Demand);
}
