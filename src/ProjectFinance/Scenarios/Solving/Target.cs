using System.Globalization;
using ProjectFinance.Quantities;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>
/// What an output is to come to: "lowest Ratios / DSCR &gt;= 1.20". A ratio that does not apply is positive infinity, so it meets every "&gt;=" and no "&lt;=".
/// Money that misses a limit by less than half a cent meets it, metal that does by less than half a thousandth of an ounce, anything else that does by a rounding error.
/// </summary>
/// <param name="Output">The output, as people name it: "lowest Ratios / DSCR".</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Value">With what, in the unit of the output: 1.20. Finite.</param>
public sealed record Target(ChosenOutput Output, Comparison Comparison, double Value)
{
    const double Rounding = 1e-12;

    /// <summary>The unit that was written with the value, which must be that of the output; null where none was.</summary>
    internal Unit? Written { get; init; }

    /// <summary>Reads a target as people write it: "lowest Ratios / DSCR &gt;= 1.20", "highest Ratios / Gearing &lt;= 60%", "last Project loan / Closing balance = USD 0".</summary>
    /// <exception cref="InvalidInputException">There is no comparison, no output before it, or no number after it; every problem at once.</exception>
    public static Target Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int at = text.LastIndexOf('=');
        if (at < 0) throw Unreadable(text, "it compares nothing");
        var (comparison, start) = at == 0 ? (Comparison.Exactly, at) : text[at - 1] switch
        {
            '>' => (Comparison.AtLeast, at - 1),
            '<' => (Comparison.AtMost, at - 1),
            _ => (Comparison.Exactly, at),
        };
        var (output, value) = (text[..start].Trim(), text[(at + 1)..].Trim());
        var gather = new Gather();
        ChosenOutput? chosen = null;
        Quantity amount = default;
        gather.Try(() => chosen = output.Length == 0 ? throw Unreadable(text, "it names no line") : ChosenOutput.Parse(output));
        gather.Try(() => amount = value.Length == 0 ? throw Unreadable(text, "there is no number to compare with") : Number(value));
        gather.Throw();
        return new(chosen!, comparison, amount.Value) { Written = amount.Unit.IsNone ? null : amount.Unit };
    }

    /// <summary>The target as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => $"{Output} {Sign} {Value.ToString("0.##########", CultureInfo.InvariantCulture)}";

    /// <summary>The comparison as people write it.</summary>
    internal string Sign => Comparison switch { Comparison.AtLeast => ">=", Comparison.AtMost => "<=", _ => "=" };

    /// <summary>By how much the target is met, in the unit of the output: not negative where it holds. For "=" it is by how much the output is above the value.</summary>
    internal double Margin(double output, double slack) => Comparison == Comparison.AtMost ? Value - output + slack : output - Value + slack;

    /// <summary>By how much the output may miss the value and still meet it.</summary>
    internal double Slack(Unit unit) => Comparison == Comparison.Exactly ? 0
        : unit.IsCurrency ? Noticeable.Money
        : unit.IsMetal ? Noticeable.Metal / 2
        : Rounding * Math.Max(1, Math.Abs(Value));

    /// <summary>The output as a formula of a model.</summary>
    /// <exception cref="InvalidInputException">The model has no such output, the value is not finite, or it was written in another unit.</exception>
    internal Formula In(Model model)
    {
        var unit = Output.UnitIn(model);
        if (!double.IsFinite(Value)) throw InvalidInputException.Of($"Condition '{this}'", "the value is not a finite number", "give a finite number");
        if (Written is { } written && written != unit) throw InvalidInputException.Of($"Condition '{this}'", $"the value is in {written}", $"the output is counted in {unit}");
        return Output.Find(model);
    }

    static Quantity Number(string value) => value.EndsWith('%') ? new(Percentage.Parse(value), Unit.None) : Quantity.Parse(value);

    static InvalidInputException Unreadable(string text, string fact) =>
        InvalidInputException.Of($"Condition '{text}'", fact, "write an output, >=, <= or =, and a number: 'lowest Ratios / DSCR >= 1.20'");
}
