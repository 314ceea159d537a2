using System.Collections.Immutable;

namespace ProjectFinance.Results;

/// <summary>How much of the difference that two deals make to one number is due to each thing in which they differ. The parts add up to the whole difference.</summary>
/// <remarks>
/// Method: Shapley values. Each change is made last, first and in between, in every order in which the changes can be made, and its share is the average of what it then adds; so the shares do not depend
/// on an order, nothing is left over, and what does nothing has no share. Every mixture of the two deals is computed in full: changes that only move inputs
/// as scenarios of one model, the others laid out. Source: L. S. Shapley, A value for n-person games, 1953.
/// </remarks>
/// <param name="Of">The number.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="First">Its value in the first deal.</param>
/// <param name="Second">Its value in the second.</param>
/// <param name="Shares">The changes with their shares, largest first; empty where nothing that counts differs.</param>
public sealed record Attribution(ChosenOutput Of, Unit Unit, double First, double Second, ImmutableArray<AttributedChange> Shares)
{
    /// <summary>The second less the first; the sum of the shares.</summary>
    public double Difference => Second - First;

    /// <summary>Takes the difference between two deals apart.</summary>
    /// <param name="first">The deal compared with.</param>
    /// <param name="second">The deal that is told as a change of the first.</param>
    /// <param name="of">The number.</param>
    /// <param name="progress">Told how many mixtures have been laid out, up to a few hundred. The default is nobody.</param>
    /// <exception cref="InvalidInputException">The number does not exist in one of the deals, or does not apply there; both at once.</exception>
    public static Attribution Between(ComparedRun first, ComparedRun second, ChosenOutput of, IProgress<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(of);
        return new Attributor(first, second, of, progress).Result();
    }
}

/// <summary>Something in which two deals differ, and its share in what that makes of a number.</summary>
/// <param name="Title">What it is called: "Facility 'Project loan', interest, margin", "Market, gold", or what goes together or is too small to stand alone: "6 other changes".</param>
/// <param name="Terms">The terms that differ; none for amendments, rates, prices and actuals.</param>
/// <param name="Amendments">The amendments, by name, that only one of the two knows, or that differ.</param>
/// <param name="Series">The rates and prices that differ, by their names in the market.</param>
/// <param name="Share">What it adds to the number, in the number's unit.</param>
/// <param name="Alone">What it adds when it alone is made to the first deal.</param>
/// <param name="Last">What it adds when everything else has been changed already.</param>
public sealed record AttributedChange(string Title, ImmutableArray<TermChange> Terms, ImmutableArray<string> Amendments, ImmutableArray<string> Series, double Share, double Alone, double Last)
{
    /// <summary>What each of the changes in it is called; one where it is a change by itself. The default is none.</summary>
    public ImmutableArray<string> Titles { get; init; } = [];

    /// <summary>The lines of which what happened differs. The default is none.</summary>
    public ImmutableArray<string> Actuals { get; init; } = [];
}
