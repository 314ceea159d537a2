using ProjectFinance.Operations;

namespace ProjectFinance.Deals.Json;

/// <summary>How a project and what sponsors pay in are written.</summary>
static class ProjectShape
{
    static readonly ObjectShape<UnitCost> ByUnit = new ObjectShape<UnitCost>("unitCost", "A cost for each unit produced.", new(PerUnit: null!) { Name = "" })
        .Called("Cost")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What is paid for.")
        .Required("perUnit", SteppedShape.Quantity, x => x.PerUnit, (x, v) => x with { PerUnit = v }, "The cost of one unit: \"USD/oz 218\".")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where the figure comes from.");

    static readonly ObjectShape<PlannedCost> ByPlan = new ObjectShape<PlannedCost>("plannedCost", "A cost by calendar or by formula.", new(Plan: null!) { Name = "" })
        .Called("Cost")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What is paid for.")
        .Required("plan", PlanShape.Shape, x => x.Plan, (x, v) => x with { Plan = v }, "The amounts by year, quarter or other span, or their formula.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where the figures come from.");

    static readonly UnionShape<Cost> Costs = new UnionShape<Cost>("cost", "A cost of the project.")
        .Or("unitCost", ByUnit)
        .Or("plannedCost", ByPlan);

    public static ArrayShape<Cost> AllCosts { get; } = Leaf.Array(Costs);

    static readonly ObjectShape<RoyaltyTerms> Royalty = new ObjectShape<RoyaltyTerms>("royalty", "A royalty on net returns: what production is worth less the deductions the lease allows.", new() { Name = "", Rate = default })
        .Called("Royalty")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "Whose or for what land: \"Upland lease\".")
        .Required("rate", Leaf.Percentage, x => x.Rate, (x, v) => x with { Rate = v }, "The share of net returns.")
        .Maybe("deductionPerUnit", Leaf.Quantity, x => x.DeductionPerUnit, (x, v) => x with { DeductionPerUnit = v }, "What may be deducted for each unit produced: \"USD/oz 3\".")
        .Maybe("area", PlanShape.Shape, x => x.Area, (x, v) => x with { Area = v }, "What the lease area produces; left out, the royalty is on all that is produced.")
        .Maybe("recoups", Leaf.Text, x => x.Recoups, (x, v) => x with { Recoups = v }, "The line of advances recouped from this royalty: \"Upland lease / Advance royalty paid\".")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");

    static readonly ObjectShape<DevelopmentPlan> Development = new ObjectShape<DevelopmentPlan>("developmentPlan", "The plan as the lender approved it; what is not stated is as the project's own terms have it.", new())
        .Maybe("production", PlanShape.Shape, x => x.Production, (x, v) => x with { Production = v }, "Planned production.")
        .Maybe("operatingCosts", AllCosts, x => x.OperatingCosts, (x, v) => x with { OperatingCosts = v }, "Planned costs of operating.")
        .Maybe("capitalCosts", AllCosts, x => x.CapitalCosts, (x, v) => x with { CapitalCosts = v }, "Planned costs of building and sustaining.")
        .Maybe("price", Leaf.Quantity, x => x.Price, (x, v) => x with { Price = v }, "The price planned; left out, what the planning assumptions say.")
        .Optional("rate", Leaf.Percentage, x => x.Rate, (x, v) => x with { Rate = v }, "The yearly rate at which future net cash flow is discounted; 0% for not at all.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where the plan comes from.");

    static readonly Project Blank = new() { Name = "", Production = null!, Price = "", Currency = null! };

    public static ObjectShape<Project> Shape { get; } = new ObjectShape<Project>("project", "What the project produces, earns and spends.", Blank)
        .Called("Project")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "The project's name, which begins the names of its lines.")
        .Required("production", PlanShape.Shape, x => x.Production, (x, v) => x with { Production = v }, "What is produced.")
        .Required("price", Leaf.Text, x => x.Price, (x, v) => x with { Price = v }, "The price the product is sold at, as the market data name it, \"gold\", or a line of the deal, \"Hedging / Average price, gold\".")
        .Required("currency", Leaf.Unit, x => x.Currency, (x, v) => x with { Currency = v }, "The currency of revenue and costs.")
        .Maybe("soldQuantity", Leaf.Text, x => x.SoldQuantity, (x, v) => x with { SoldQuantity = v }, "The line of what is sold, where that is not all that is produced: \"Metal Account / Distribution\".")
        .Optional("royalties", Leaf.Array(Royalty), x => x.Royalties, (x, v) => x with { Royalties = v }, "The royalties on net returns.")
        .Optional("operatingCosts", AllCosts, x => x.OperatingCosts, (x, v) => x with { OperatingCosts = v }, "Costs of operating.")
        .Optional("capitalCosts", AllCosts, x => x.CapitalCosts, (x, v) => x with { CapitalCosts = v }, "Costs of building and sustaining.")
        .Maybe("developmentPlan", Development, x => x.DevelopmentPlan, (x, v) => x with { DevelopmentPlan = v }, "The plan as the lender approved it, which later plans and outcomes are held against.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });

    public static ObjectShape<Contribution> Contribution { get; } = new ObjectShape<Contribution>("contribution", "Money somebody has agreed to pay in on stated dates.", new() { Name = "", Currency = null!, Payments = [] })
        .Called("Contribution")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "The line that shows it: \"Sponsor / Equity contribution\".")
        .Required("currency", Leaf.Unit, x => x.Currency, (x, v) => x with { Currency = v }, "What it is paid in.")
        .Required("payments", Leaf.Array(DatedAmountShape.Shape), x => x.Payments, (x, v) => x with { Payments = v }, "The amounts agreed, by date.")
        .Maybe("paid", Leaf.Array(DatedAmountShape.Shape), x => x.Paid, (x, v) => x with { Paid = v }, "What was actually paid, by date; left out, everything is paid as agreed.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");
}
