using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ProjectFinance.Cli.Verbs;

namespace ProjectFinance.Cli;

/// <summary>The command line as a whole.</summary>
static class CommandLine
{
    /// <summary>Does what the arguments say.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where problems go, one a line.</param>
    /// <param name="inColour">Whether results go to a terminal that shows colour. The default is false.</param>
    /// <param name="terminal">Where progress is shown. The default is nowhere.</param>
    /// <param name="requests">Where requests of other programs come from. The default is nowhere.</param>
    /// <param name="answers">Where they are answered. The default is nowhere.</param>
    /// <returns>The exit code, see <see cref="ExitCodes"/>.</returns>
    internal static int Run(string[] args, TextWriter output, TextWriter error, bool inColour = false, TextWriter? terminal = null, Stream? requests = null, Stream? answers = null)
    {
        try
        {
            int code = Invoke(args, new Paper(output, error, inColour) { Terminal = terminal, Requests = requests ?? Stream.Null, Answers = answers ?? Stream.Null });
            output.Flush();
            return code;
        }
        catch (InvalidInputException found)
        {
            return Complaint.Write(error, found.Problems);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Complaint.Write(error, [new("Output", $"it cannot be written: {failed.Message.TrimEnd('.')}", "write to a place that has room and takes output")]);
        }
        catch (Exception unexpected)
        {
            error.WriteLine($"Sorry, this is a mistake in projectfinance and not in your files: {unexpected.GetType().Name}: {Complaint.OneLine(unexpected.Message)}");
            return ExitCodes.InternalError;
        }
    }

    static int Invoke(string[] args, Paper paper)
    {
        var root = Root(paper);
        // A path that begins with @ is a path.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction) throw new InvalidInputException(ParseProblems.Of(parsed));
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = paper.Output, Error = paper.Error });
    }

    static RootCommand Root(Paper paper)
    {
        var root = new RootCommand("Models project-finance loans written as JSON term sheets: every number of the loan, the account and the ratios, and where it comes from.")
        {
            RunVerb.Command(paper), CheckVerb.Command(paper), ExplainVerb.Command(paper), CompareVerb.Command(paper), SensitivitiesVerb.Command(paper),
            SolveVerb.Command(paper), SimulateVerb.Command(paper), MergeVerb.Command(paper), ExportVerb.Command(paper), EvalVerb.Command(paper), SchemaVerb.Command(paper),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
            if (help.Action is SynchronousCommandLineAction action) help.Action = new Examples(action);
        return root;
    }
}
