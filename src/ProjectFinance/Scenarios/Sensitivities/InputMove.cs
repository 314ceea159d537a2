using System.Globalization;

namespace ProjectFinance;

/// <summary>How an input is moved: every number it has by the same share of itself, or by the same amount.</summary>
/// <param name="Kind">By a share, or by an amount.</param>
/// <param name="Size">The share as a fraction (-10 % is -0.1), or the amount in the input's unit (30 days, 0.01 for a percentage point).</param>
public sealed record InputMove(InputMoveKind Kind, double Size)
{
    const double BasisPoint = 0.0001;

    /// <summary>The number after the move.</summary>
    public double Of(double value) => value + ChangeOf(value);

    /// <summary>By how much a number changes; zero for one that is infinite, such as the date of a milestone that is never reached.</summary>
    public double ChangeOf(double value) => double.IsInfinity(value) ? 0 : Kind == InputMoveKind.Share ? value * Size : Size;

    /// <summary>
    /// What is usual for an input: 1 % of prices, amounts and quantities; a percentage point for rates, margins and shares of a whole, which are plain numbers from -1 to 1; 30 days for dates.
    /// </summary>
    /// <param name="group">The input.</param>
    /// <param name="values">Its numbers.</param>
    public static InputMove Usual(InputGroup group, IEnumerable<double> values) => Sized(group, values, 0.01, 0.01, 30);

    /// <summary>The same move the other way.</summary>
    public InputMove Opposite => this with { Size = -Size };

    /// <summary>Reads a move as people write it: "+10%", "-90 days", "+50bp", "-25" in the input's own unit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unit">What the input is counted in.</param>
    /// <exception cref="InvalidInputException">It is no number, or basis points of something that is no plain number, or days of something that is no date.</exception>
    public static InputMove Parse(string text, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(unit);
        var written = text.Trim();
        var (kind, scale, digits) = written switch
        {
            [.. var share, '%'] => (InputMoveKind.Share, 0.01, share),
            [.. var points, 'b', 'p'] when unit.IsNone => (InputMoveKind.Amount, BasisPoint, points),
            [.. var days, ' ', 'd', 'a', 'y', 's'] when unit == Units.Day => (InputMoveKind.Amount, 1, days),
            _ => (InputMoveKind.Amount, 1.0, written),
        };
        return double.TryParse(digits.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double size) && double.IsFinite(size) ? new(kind, size * scale)
            : throw InvalidInputException.Of($"Move '{text}'", $"it is no move of what is counted in {unit}", "write '+10%', or an amount in the input's own unit; '+50bp' for rates, '-90 days' for dates");
    }

    /// <summary>The move as people write it: "+1%", "+100bp", "-90 days", "+25 USD/oz".</summary>
    /// <param name="unit">What the input is counted in.</param>
    public string In(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var (scale, name) = Kind == InputMoveKind.Share ? (100, "%") : unit.IsNone ? (1 / BasisPoint, "bp") : unit == Units.Day ? (1, " days") : (1.0, $" {unit}");
        return (Size * scale).ToString("+#,##0.####;-#,##0.####;0", CultureInfo.InvariantCulture) + name;
    }

    /// <summary>A move whose size depends on what is moved. What must stay above zero moves by a share of itself.</summary>
    internal static InputMove Sized(InputGroup group, IEnumerable<double> values, double share, double points, double days) =>
        group.Unit == Units.Day ? new(InputMoveKind.Amount, days)
        : group.Unit.IsNone && !group.Cells.Any(cell => cell.IsPositive) && values.All(value => !(Math.Abs(value) > 1)) ? new(InputMoveKind.Amount, points)
        : new(InputMoveKind.Share, share);
}

/// <summary>By what an input is moved.</summary>
public enum InputMoveKind
{
    /// <summary>Each number by the same share of itself.</summary>
    Share,

    /// <summary>Each number by the same amount.</summary>
    Amount,
}
