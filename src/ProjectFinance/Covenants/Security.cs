using System.Collections.Immutable;
using ProjectFinance.Amounts;

namespace ProjectFinance.Covenants;

/// <summary>
/// What a lender may turn to beside the borrower: a pledge of shares, a guaranty. 8-K 1996-07-11, Item 5(a): the Company guarantees the loan until the project operates satisfactorily, and has
/// pledged its stock in the borrower and the borrower's notes.
/// </summary>
public sealed record Security
{
    /// <summary>What it is called, which the names of its lines have: "Company guaranty".</summary>
    public required string Name { get; init; }

    /// <summary>What kind of security it is.</summary>
    public required SecurityKind Kind { get; init; }

    /// <summary>Who gives it: "the Company".</summary>
    public required string Obligor { get; init; }

    /// <summary>The loans it secures. The default is none: it secures other duties, such as to comply with environmental laws.</summary>
    public ImmutableArray<string> Loans { get; init; } = [];

    /// <summary>What releases it, once and for all: Completion reached and no default. The default is nothing.</summary>
    public Test? Release { get; init; }

    /// <summary>Where it is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>The kinds of security.</summary>
public enum SecurityKind
{
    /// <summary>A promise to pay what the borrower does not.</summary>
    Guaranty,

    /// <summary>Shares, notes or metal held for the lender.</summary>
    Pledge,

    /// <summary>A charge on land, plant or other property.</summary>
    Charge,
}
