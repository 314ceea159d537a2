using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Time;

namespace ProjectFinance.Results;

/// <summary>
/// What identifies a run: hashes of the deal and the market as they were known, of every input and of every result, and the version of the library. Whoever has the files can run them again, on any
/// machine, and compare. It says that numbers are those which these terms give, not that the terms are right, and nothing of who made it.
/// </summary>
/// <param name="Deal">The deal's name.</param>
/// <param name="AsOf">The day at whose end rates, prices and amendments were known; null where all were.</param>
/// <param name="Terms">Hash of the terms, with the amendments then known, as <see cref="DealJson"/> writes them: layout and order of the file do not count.</param>
/// <param name="Market">Hash of the rates and prices then known, with the deal's planning assumptions.</param>
/// <param name="Engine">The library and its version: "ProjectFinance 0.1.0".</param>
/// <param name="Inputs">Hash of the value of every input, which scenarios may change.</param>
/// <param name="Lines">How many lines there are.</param>
/// <param name="Columns">How many columns.</param>
/// <param name="Results">Hash of the bits of every value of every line.</param>
public sealed record RunCertificate(string Deal, LocalDate? AsOf, string Terms, string Market, string Engine, string Inputs, int Lines, int Columns, string Results)
{
    /// <summary>The certificate of a run.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="run">A run of its model.</param>
    /// <exception cref="ArgumentException">The run is of another model.</exception>
    public static RunCertificate Of(LaidOutDeal deal, Run run)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(run);
        if (run.Model != deal.Model) throw new ArgumentException("The run is of another model than the deal's.", nameof(run));
        return new(deal.Deal.Name, deal.AsOf, Fingerprint.Of(deal.Deal.ToJson()), Fingerprint.Of(deal.Market.ToJson()), $"{ProjectFinance.Results.Engine.Name} {ProjectFinance.Results.Engine.Version}",
            RunHash.OfInputs(run), run.Model.Lines.Count, run.Model.Periods.Count, RunHash.OfResults(run));
    }

    /// <summary>The hash of the certificate itself, by which a run may be named: everything above, each on a line.</summary>
    public string Hash => Fingerprint.Of(string.Join('\n', Fields.Select(one => $"{one.Name}: {one.Value}")));

    /// <summary>What differs from another certificate: names of fields, as JSON has them; empty where both are of the same run.</summary>
    public ImmutableArray<string> Differences(RunCertificate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. Fields.Zip(other.Fields).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => pair.First.Name)];
    }

    /// <summary>The fields by the names JSON has for them, in order.</summary>
    internal ImmutableArray<(string Name, string Value)> Fields =>
    [
        ("deal", Deal), ("asOf", AsOf?.Iso() ?? ""), ("terms", Terms), ("market", Market), ("engine", Engine), ("inputs", Inputs),
        ("lines", FormattableString.Invariant($"{Lines}")), ("columns", FormattableString.Invariant($"{Columns}")), ("results", Results),
    ];
}
