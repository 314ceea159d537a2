using System.Text.RegularExpressions;

namespace ProjectFinance.Tests.Rules;

public class WordsTests
{
    // Written in pieces, or this file would break its own rules.
    static readonly Regex Unfinished = new(@"\b(?:TO" + "DO|FIX" + "ME|HA" + "CK|NotImplemented" + @"Exception)\b", RegexOptions.CultureInvariant);

    static readonly Regex RegistryHost = new(
        @"nuget\." + @"org|nuget\.pkg\." + @"github|pkgs\.dev\." + @"azure|myget\." + @"org|npmjs\." + @"(?:org|com)|pypi\." + @"org|crates\." + @"io|repo1?\.maven\." + "",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    static readonly Regex MachinePath = new(@"(?<![\w$.}])(?:/ho" + "me/|/ro" + "ot/|/wo" + "rk/|/t" + @"mp/|[A-Z]:\\Us" + @"ers\\)", RegexOptions.CultureInvariant);

    static readonly string[] NotText = [".png", ".xlsx", ".nupkg", ".snupkg", ".pdf", ".ico"];

    [Fact]
    public void Code_OfTheLibraryAndItsTests_IsFinished() =>
        Rule.Holds(Found(Unfinished, "is left to do", [.. Repository.Files("src"), .. Repository.Files("tests"), .. Repository.Files("benchmarks")]));

    [Fact]
    public void File_Anywhere_NamesNoPackageRegistry() => Rule.Holds(Found(RegistryHost, "names a package registry", Repository.Files()));

    [Fact]
    public void File_Anywhere_NamesNoPathOfOneMachine() => Rule.Holds(Found(MachinePath, "is a path of one machine", Repository.Files()));

    static IEnumerable<string> Found(Regex forbidden, string what, IEnumerable<string> files) =>
        from file in files
        where !NotText.Contains(Path.GetExtension(file)) && !file.Contains(".received.", StringComparison.Ordinal)
        from line in File.ReadLines(file).Index()
        where forbidden.IsMatch(line.Item)
        select $"{Repository.Relative(file)}:{line.Index + 1}: '{forbidden.Match(line.Item).Value}' {what}";
}
