namespace ProjectFinance.Deals.Json;

/// <summary>How milestones, lines of one's own and planning assumptions are written, in deals and in their amendments.</summary>
static class DealPartShape
{
    public static ObjectShape<MilestoneTerms> Milestone { get; } = new ObjectShape<MilestoneTerms>("milestone", "An event the contract turns on.", new() { Name = "" })
        .Called("Milestone")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "The event: \"Completion\".")
        .Maybe("expected", Leaf.Date, x => x.Expected, (x, v) => x with { Expected = v }, "When the plan expects it; left out for never.")
        .Maybe("test", TestShape.Shape, x => x.Test, (x, v) => x with { Test = v }, "What makes it reached, instead of an expected date.")
        .Maybe("longstop", Leaf.Date, x => x.Longstop, (x, v) => x with { Longstop = v }, "The day by which the contract requires it.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });

    public static ObjectShape<LineTerms> Line { get; } = new ObjectShape<LineTerms>("line", "A line of one's own.", new() { Name = "", Unit = null!, Amount = null! })
        .Called("Line")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "Section and title, unique in the deal: \"Sponsor / Overhead\".")
        .Required("unit", Leaf.Unit, x => x.Unit, (x, v) => x with { Unit = v }, "What it is counted in; \"number\" for a ratio.")
        .Optional("kind", Leaf.Word<LineKind>("kind of line"), x => x.Kind, (x, v) => x with { Kind = v }, "How quarters and years are made of periods.")
        .Required("amount", AmountShape.Shape, x => x.Amount, (x, v) => x with { Amount = v }, "Its amount in each period.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it comes from.");

    public static Shape<PlanningAssumptions> Planning { get; } = new PlacedShape<PlanningAssumptions>(new ObjectShape<PlanningAssumptions>("planning", "The rates and prices a plan assumes for all time, used where no market data are given.", new())
        .Optional("indices", Leaf.ByName(Leaf.Percentage), x => x.Indices, (x, v) => x with { Indices = v }, "Indices by name.")
        .Optional("prices", Leaf.ByName(Leaf.Quantity), x => x.Prices, (x, v) => x with { Prices = v }, "Prices by name: \"USD/oz 385\".")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where they come from."), (x, place) => x.ReadAt(place));
}
