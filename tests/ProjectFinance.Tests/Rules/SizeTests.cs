namespace ProjectFinance.Tests.Rules;

public class SizeTests
{
    [Fact]
    public void SourceFile_Anywhere_HasAtMost400Lines() =>
        Rule.Holds(Sizes("src", "tests", "benchmarks").Where(f => f.Lines > 400).Select(f => $"{f.Name} has {f.Lines} lines; split it by concept (at most 400)"));

    [Fact]
    public void SourceFiles_OfTheLibrary_AreSmall()
    {
        var sizes = Sizes("src").OrderBy(f => f.Lines).ToList();
        int median = sizes[sizes.Count / 2].Lines, large = sizes.Count(f => f.Lines >= 250);
        string largest = string.Join(", ", sizes.AsEnumerable().Reverse().Take(5).Select(f => $"{f.Name} ({f.Lines})"));

        Assert.True(median <= 100, $"the median file of src has {median} lines (at most 100); the largest are {largest}");
        Assert.True(large * 10 <= sizes.Count, $"{large} of {sizes.Count} files of src have 250 lines or more (at most one in ten); the largest are {largest}");
    }

    static IEnumerable<(string Name, int Lines)> Sizes(params string[] folders) =>
        from folder in folders
        from file in Repository.Files(folder, "*.cs")
        select (Repository.Relative(file), File.ReadLines(file).Count());
}
