namespace ProjectFinance.Deals.Json;

/// <summary>Where a reader stands in a document: the path, the named thing around it, and the list its problems go to.</summary>
sealed class JsonPlace
{
    readonly List<Problem> problems;
    readonly string subject;

    // Paths are put together only where something is wrong: the place around, and a field's name there or an item's number.
    readonly JsonPlace? around;
    readonly string? name;
    readonly int item;

    JsonPlace(JsonPlace around, string? name, int item)
    {
        (problems, File, subject) = (around.problems, around.File, around.subject);
        (this.around, this.name, this.item) = (around, name, item);
    }

    JsonPlace(JsonPlace same, string subject)
    {
        (problems, File, this.subject) = (same.problems, same.File, subject);
        (around, name, item) = (same.around, same.name, same.item);
    }

    /// <summary>The top of a document.</summary>
    /// <param name="subject">What the document is: "Term sheet".</param>
    /// <param name="file">Its file, and where that lies.</param>
    /// <param name="problems">The list that problems are added to.</param>
    public JsonPlace(string subject, JsonFile file, List<Problem> problems) =>
        (this.subject, File, this.problems) = (subject, file, problems);

    /// <summary>The file that is read.</summary>
    public JsonFile File { get; }

    /// <summary>The JSON path: "facilities[0].interest.margin". Empty at the top.</summary>
    public string Path => around is null ? "" : name is null ? $"{around.Path}[{item}]" : JsonPath.Field(around.Path, name);

    /// <summary>The last part of the path, as its author knows it: "margin", "fees[0]".</summary>
    public string Label => around is null ? File.Name : name ?? $"{around.Label}[{item}]";

    /// <summary>Whether this is the top of the document.</summary>
    public bool IsTop => around is null;

    /// <summary>A field of the object that stands here.</summary>
    public JsonPlace Field(string name) => new(this, name, 0);

    /// <summary>An item of the array that stands here.</summary>
    public JsonPlace Item(int index) => new(this, null, index);

    /// <summary>The same place, where problems concern a named thing: "Facility 'Project loan'".</summary>
    public JsonPlace Concerning(string named) => new(this, named);

    /// <summary>Adds a problem.</summary>
    public void Report(string fact, string allowed) => problems.Add(new(subject, fact, allowed, IsTop ? File.Name : Path));

    /// <summary>Adds the problems of a parser that does not know where its text stands.</summary>
    public void Report(InvalidInputException found)
    {
        foreach (var problem in found.Problems)
        {
            // "Rate '2,25%'" and "it cannot be read" become one fact of the thing that has the rate.
            var noun = char.ToLowerInvariant(problem.Subject[0]) + problem.Subject[1..];
            var fact = problem.Fact.StartsWith("it ", StringComparison.Ordinal) ? $"the {noun} {problem.Fact[3..]}" : $"the {noun}: {problem.Fact}";
            Report(fact, problem.Allowed);
        }
    }

    /// <summary>Adds a problem that has a place of its own, such as a line of another file.</summary>
    public void Report(Problem problem) => problems.Add(problem with { Subject = subject });
}
