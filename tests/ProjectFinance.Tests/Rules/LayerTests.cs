using Mono.Cecil;

namespace ProjectFinance.Tests.Rules;

public class LayerTests
{
    static readonly Layers Order = Layers.Read();

    [Fact]
    public void Type_OfALayer_UsesOnlyLayersBelow() => Rule.Holds(Walk((type, folder, folders) =>
        from used in UsedTypes.Of(type)
        where used.Scope is ModuleDefinition
        let definition = used.Resolve()
        where definition is not null
        let target = folders.FolderOf(definition)
        where Order.Knows(folder) && Order.Knows(target) && !Order.MayUse(folder, target)
        select $"{folders.PlaceOf(type)}: {Outer(type)} ({Named(folder)}) uses {definition.FullName} ({Named(target)}); docs/layers.txt allows only what is below"));

    [Fact]
    public void Folder_OfTheLibrary_IsListedInTheOrder() => Rule.Holds(Walk((type, folder, folders) =>
        Order.Knows(folder) ? [] : [$"{folders.PlaceOf(type)}: the folder '{folder}' is not in docs/layers.txt"]));

    [Fact]
    public void Namespace_OfAType_IsItsFolderOrTheRoot() => Rule.Holds(Walk((type, folder, folders) =>
    {
        string inFolder = folder.Length == 0 ? "ProjectFinance" : $"ProjectFinance.{folder}";
        bool fits = type.DeclaringType is not null || type.Namespace is "ProjectFinance" || type.Namespace == inFolder
            || folder.Length > 0 && type.Namespace.StartsWith(inFolder + ".", StringComparison.Ordinal);
        return fits ? [] : [$"{folders.PlaceOf(type)}: {type.FullName} is in namespace {type.Namespace}, not in {inFolder} or ProjectFinance"];
    }));

    [Theory]
    [InlineData("Deals", "Time", true)]
    [InlineData("Time", "Time", true)]
    [InlineData("Time", "", true)]
    [InlineData("Time", "Deals", false)]
    [InlineData("Facilities", "Amounts", true)]
    [InlineData("Hedges", "Facilities", false)]
    [InlineData("", "Time", false)]
    public void Layer_AndAnother_MayUseOnlyWhatIsBelow(string user, string used, bool allowed) => Assert.Equal(allowed, Order.MayUse(user, used));

    static List<string> Walk(Func<TypeDefinition, string, SourceFolders, IEnumerable<string>> breaches)
    {
        string path = typeof(Problem).Assembly.Location;
        using var module = ModuleDefinition.ReadModule(path, new ReaderParameters { ReadSymbols = true });
        using var folders = new SourceFolders(path);
        // Types the compiler adds for itself, like <PrivateImplementationDetails>, belong to no layer.
        var written = module.GetTypes().Where(t => !Outer(t).StartsWith('<') && t.Namespace != "Microsoft.CodeAnalysis" && t.Namespace != "System.Runtime.CompilerServices");
        return [.. written.SelectMany(type => breaches(type, folders.FolderOf(type), folders))];
    }

    static string Outer(TypeDefinition type) => type.DeclaringType is { } outer ? Outer(outer) : type.Name;

    static string Named(string folder) => folder.Length == 0 ? "the root folder" : folder;
}
