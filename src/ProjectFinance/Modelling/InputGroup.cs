using System.Collections.Immutable;
using NodaTime.Text;

namespace ProjectFinance;

/// <summary>
/// Inputs that people name together: every price and rate that observes one series of the market ("gold"), the cells of an input line ("Illinois Creek / Ounces"),
/// one of them ("Illinois Creek / Ounces@1997-09-30", by the end of its column), or a single number ("Project loan / Commitment").
/// </summary>
/// <param name="Name">As people name it.</param>
/// <param name="Unit">What all of them are counted in.</param>
/// <param name="Cells">The inputs, in the order of the model.</param>
public sealed record InputGroup(string Name, Unit Unit, ImmutableArray<InputCell> Cells)
{
    /// <summary>The group that a name means.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">A series of the market, an input line, one of its cells as LINE@DATE, or a parameter.</param>
    /// <param name="among">The inputs looked at, such as those a result depends on. The default is all of the model.</param>
    /// <exception cref="InvalidInputException">There is none of that name; the message names the nearest.</exception>
    public static InputGroup Find(Model model, string name, IEnumerable<InputCell>? among = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(name);
        var groups = All(among ?? model.Inputs);
        if (groups.FirstOrDefault(group => group.Name == name) is { } found) return found;
        ImmutableArray<InputCell> cells = [.. groups.SelectMany(group => group.Cells).Where(cell => cell.Name == name || IsAt(cell, name))];
        if (cells.IsEmpty && (among ?? model.Inputs).Any(cell => cell.IsSettled && (cell.Name == name || cell.Observed?.Series == name || IsAt(cell, name))))
            throw InvalidInputException.Of($"Input '{name}'", "all of it lies in history, which is locked", "name something of the forecast");
        return cells.Length > 0 ? new(name, cells[0].Unit, cells)
            : throw InvalidInputException.Of($"Input '{name}'", "the model has no series, input line or single number of that name", Nearest.Hint(name, groups.SelectMany(group => group.Cells.Select(cell => cell.Name).Prepend(group.Name)).Distinct()));
    }

    /// <summary>Every input that may still move once, in groups: by series what observes the market, by line the cells of other input lines, parameters one by one. What really happened and what else lies in history stands in none.</summary>
    /// <param name="inputs">The inputs, such as <see cref="Model.Inputs"/>.</param>
    public static ImmutableArray<InputGroup> All(IEnumerable<InputCell> inputs) =>
        [.. inputs.Where(cell => !cell.IsSettled).GroupBy(cell => (Name: cell.Observed?.Series ?? cell.Name, cell.Unit)).Select(group => new InputGroup(group.Key.Name, group.Key.Unit, [.. group]))];

    static bool IsAt(InputCell cell, string name) =>
        cell.Period is { } period && name.Length == cell.Name.Length + 11 && name.StartsWith(cell.Name, StringComparison.Ordinal) && name[cell.Name.Length] == '@' && name.EndsWith(LocalDatePattern.Iso.Format(period.End), StringComparison.Ordinal);
}
