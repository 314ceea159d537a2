using System.Diagnostics;

namespace ProjectFinance.Tests.Excel;

/// <summary>LibreOffice, which computes a workbook that holds no values.</summary>
static class Calc
{
    const string Command = "soffice";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Why it cannot be asked; null where it can.</summary>
    public static string? Missing { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Command)))
        ? null : "LibreOffice is not here: install libreoffice-calc-nogui to have workbooks computed by it";

    /// <summary>Computes workbooks, all in one run of the program.</summary>
    /// <returns>The workbooks with the values it found, in the same order.</returns>
    public static IReadOnlyList<Spreadsheet> Computed(params IReadOnlyList<byte[]> files)
    {
        var folder = Directory.CreateTempSubdirectory("workbooks").FullName;
        try
        {
            var computed = Directory.CreateDirectory(Path.Combine(folder, "computed")).FullName;
            var names = files.Index().Select(file => Path.Combine(folder, FormattableString.Invariant($"book{file.Index}.xlsx"))).ToList();
            foreach (var (name, file) in names.Zip(files)) File.WriteAllBytes(name, file);
            Run([$"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--convert-to", "xlsx", "--outdir", computed, .. names]);
            return [.. names.Select(name => Spreadsheet.Read(File.ReadAllBytes(Path.Combine(computed, Path.GetFileName(name)))))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Run(IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Command} did not finish.");
        }
        var texts = said.GetAwaiter().GetResult();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Command} failed: {string.Join(" ", texts)}");
    }
}
