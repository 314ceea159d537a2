using System.Globalization;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>Inputs that a reverse stress moves, and how far they are apt to move.</summary>
/// <param name="Input">The inputs, as people name them: "gold".</param>
/// <param name="StandardDeviation">One standard deviation: for a factor of the logarithm, 16 % is 0.16; for an addition in the unit of the inputs, 45 days. Above zero.</param>
/// <param name="By">How they move z deviations: by a factor of e^(0.16 z), or by an addition of 45 z. Not to a level.</param>
public sealed record StressFactor(string Input, double StandardDeviation, VariedBy By)
{
    /// <summary>Reads "gold = 16%", a factor, or "Milestones / Completion date = 45", an addition.</summary>
    /// <exception cref="InvalidInputException">There is no input before the last "=", or no number after it.</exception>
    public static StressFactor Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int at = text.LastIndexOf('=');
        var (input, size) = at < 0 ? (text.Trim(), "") : (text[..at].Trim(), text[(at + 1)..].Trim());
        if (input.Length == 0 || size.Length == 0)
            throw InvalidInputException.Of($"Stress '{text}'", "it is not an input and a standard deviation", "write 'gold = 16%' for a factor, 'Milestones / Completion date = 45' for an addition");
        return size.EndsWith('%') ? new(input, Percentage.Parse(size), VariedBy.Factor) : new(input, Quantity.Parse(size).Value, VariedBy.Addition);
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{Input} = {(By == VariedBy.Factor ? new Percentage(StandardDeviation).ToString() : StandardDeviation.ToString("0.##########", CultureInfo.InvariantCulture))}";
}
