using ProjectFinance.Deals.Json;

namespace ProjectFinance.Scenarios.Json;

/// <summary>How a description of random scenarios is written.</summary>
static class ScenarioShape
{
    static readonly ObjectShape<ScenarioFactor> Factor = new ObjectShape<ScenarioFactor>("scenarioFactor", "Something that varies at random.", new() { Name = "", Targets = [], Process = null! })
        .Called("Factor")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "The factor's name, unique: \"gold\".")
        .Required("targets", Leaf.Texts, x => x.Targets, (x, v) => x with { Targets = v }, "The inputs it moves: prices and indices of the market, input lines, single numbers, dates of milestones.")
        .Required("process", ProcessShape.Shape, x => x.Process, (x, v) => x with { Process = v }, "The law by which they vary.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where the figures come from and what is assumed.");

    static readonly ObjectShape<FactorCorrelation> Correlation = new ObjectShape<FactorCorrelation>("factorCorrelation", "How closely two factors move together.", new("", "", 0))
        .Required("of", Leaf.Text, x => x.Of, (x, v) => x with { Of = v }, "The one factor.")
        .Required("with", Leaf.Text, x => x.With, (x, v) => x with { With = v }, "The other.")
        .Required("value", Leaf.Number, x => x.Value, (x, v) => x with { Value = v }, "The correlation, from -1 to 1.");

    public static ObjectShape<ScenarioTerms> Shape { get; } = new ObjectShape<ScenarioTerms>("scenarios", "How the inputs of a deal vary at random.", new() { Name = "", Factors = [] })
        .Required("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What the scenarios are called.")
        .Optional("about", Leaf.Text, x => x.About, (x, v) => x with { About = v }, "A sentence or two for readers.")
        .Maybe("from", Leaf.Date, x => x.From, (x, v) => x with { From = v }, "The day up to which all is known; left out, the closing.")
        .Optional("seed", Leaf.Count, x => x.Seed, (x, v) => x with { Seed = v }, "What the random numbers are drawn with.")
        .Optional("sampling", Leaf.Word<Sampling>("how random numbers are drawn"), x => x.Sampling, (x, v) => x with { Sampling = v }, "How random numbers are drawn.")
        .Required("factors", Leaf.Array(Factor), x => x.Factors, (x, v) => x with { Factors = v }, "What varies.")
        .Optional("correlations", Leaf.Array(Correlation), x => x.Correlations, (x, v) => x with { Correlations = v }, "Which factors move together; other pairs are independent.");
}
