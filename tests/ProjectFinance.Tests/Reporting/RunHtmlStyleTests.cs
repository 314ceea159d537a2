using System.Globalization;
using System.Text.RegularExpressions;
using ProjectFinance.Reporting;

namespace ProjectFinance.Tests.Reporting;

public partial class RunHtmlStyleTests
{
    [GeneratedRegex(@"--([a-z0-9-]+): #([0-9a-f]{3,6});")]
    private static partial Regex Colour { get; }

    // Web Content Accessibility Guidelines 2.1, success criteria 1.4.3 (text: 4.5) and 1.4.11 (graphics: 3).
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Colours_OfEachScheme_HaveContrast(int scheme)
    {
        var schemes = PageFile.Read("page.css").Split(":root {").Skip(1).Select(block => Colour.Matches(block[..block.IndexOf('}', StringComparison.Ordinal)]).ToDictionary(match => match.Groups[1].Value, match => Luminance(match.Groups[2].Value))).ToList();
        var colours = schemes[scheme];

        Assert.Equal(3, schemes.Count);
        foreach (var back in new[] { "paper", "raised", "bad-back" })
        foreach (var text in new[] { "ink", "soft", "link", "bad" })
            Assert.True(Contrast(colours[text], colours[back]) >= 4.5, $"{text} on {back}: {Contrast(colours[text], colours[back]):0.00}");
        // On paper nothing is in focus.
        if (colours.TryGetValue("focus", out double focus)) Assert.True(Contrast(focus, colours["paper"]) >= 3);
    }

    // From 0 to 23 in at most six steps of 1, 2, 2.5 or 5 times a power of ten: fives.
    [Theory]
    [InlineData(0, 23, "0 5 10 15 20 25")]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(-3, 12, "-5 -2.5 0 2.5 5 7.5 10 12.5", "-5 0 5 10 15")]
    [InlineData(0, 0.004, "0 0.001 0.002 0.003 0.004")]
    [InlineData(0, 61000, "0 20000 40000 60000 80000")]
    [InlineData(5, 5, "5 5.2 5.4 5.6 5.8 6")]
    public void Ticks_OfARange_AreRound(double lowest, double highest, params string[] either)
    {
        var ticks = string.Join(' ', RoundTicks.Between(lowest, highest).Select(tick => Math.Round(tick, 9).ToString("0.####", CultureInfo.InvariantCulture)));

        Assert.Contains(ticks, either);
    }

    static double Luminance(string hex)
    {
        var full = hex.Length == 3 ? string.Concat(hex.Select(digit => $"{digit}{digit}")) : hex;
        double Part(int at) => int.Parse(full.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var part && part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        return 0.2126 * Part(0) + 0.7152 * Part(2) + 0.0722 * Part(4);
    }

    static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
}
