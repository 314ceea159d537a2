using ProjectFinance.Reporting;
using Spectre.Console;

namespace ProjectFinance.Cli;

/// <summary>Where results and problems are written.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Problems.</param>
/// <param name="InColour">Whether results go to a terminal that shows colour.</param>
sealed record Paper(TextWriter Output, TextWriter Error, bool InColour)
{
    // Lines are laid out for 120 characters already; a narrower terminal breaks them itself.
    const int Unbroken = 1000;

    /// <summary>Where the progress of something long is shown; null where nobody is watching. The default is null.</summary>
    internal TextWriter? Terminal { get; init; }

    /// <summary>Where requests of other programs come from. The default is nowhere.</summary>
    internal Stream Requests { get; init; } = Stream.Null;

    /// <summary>Where they are answered, past <see cref="Output"/>. The default is nowhere.</summary>
    internal Stream Answers { get; init; } = Stream.Null;

    /// <summary>Writes a report, headings and totals bold on a terminal.</summary>
    internal void Write(IEnumerable<TextLine> lines)
    {
        if (!InColour)
        {
            foreach (var line in lines) Output.Write(line.Text + "\n");
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Output), Interactive = InteractionSupport.No });
        console.Profile.Width = Unbroken;
        foreach (var line in lines) console.Write(new Text(line.Text + "\n", StyleOf(line.Emphasis)));
    }

    static Style StyleOf(Emphasis emphasis) => emphasis switch
    {
        Emphasis.Heading or Emphasis.Total => new(decoration: Decoration.Bold),
        Emphasis.Note => new(decoration: Decoration.Dim),
        Emphasis.Warning => new(Color.Red),
        _ => Style.Plain,
    };
}
