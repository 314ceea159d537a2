using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using TypeDefinition = Mono.Cecil.TypeDefinition;

namespace ProjectFinance.Tests.Rules;

/// <summary>The source files of each type, from the portable PDB, and the folder of the library they lie in.</summary>
sealed class SourceFolders : IDisposable
{
    // What the compiler records for types without code of their own (interfaces, enums).
    static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    readonly MetadataReaderProvider provider;
    readonly MetadataReader pdb;

    public SourceFolders(string assemblyPath)
    {
        provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assemblyPath, ".pdb")));
        pdb = provider.GetMetadataReader();
    }

    /// <summary>The folder of a type: "Time", or "" directly in src/ProjectFinance. By its file; by its namespace where no file is recorded.</summary>
    public string FolderOf(TypeDefinition type)
    {
        var outer = Outermost(type);
        return Files(outer).FirstOrDefault() is { } file ? FolderOf(file) : FolderOfNamespace(outer.Namespace);
    }

    /// <summary>The file of a type relative to src/ProjectFinance, or its namespace in brackets.</summary>
    public string PlaceOf(TypeDefinition type) => Files(Outermost(type)).FirstOrDefault() ?? $"[{Outermost(type).Namespace}]";

    public void Dispose() => provider.Dispose();

    IEnumerable<string> Files(TypeDefinition type) => Documents(type)
        .Select(path => path.Replace('\\', '/'))
        .Where(path => path.Contains("/src/ProjectFinance/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
        .Select(path => path[(path.LastIndexOf("/src/ProjectFinance/", StringComparison.Ordinal) + "/src/ProjectFinance/".Length)..]);

    IEnumerable<string> Documents(TypeDefinition type) =>
        from inner in WithNested(type)
        from path in OfMethods(inner).Concat(OfType(inner))
        select path;

    static IEnumerable<string> OfMethods(TypeDefinition type) =>
        from method in type.Methods
        where method.DebugInformation.HasSequencePoints
        select method.DebugInformation.SequencePoints[0].Document.Url;

    IEnumerable<string> OfType(TypeDefinition type)
    {
        foreach (var handle in pdb.GetCustomDebugInformation(MetadataTokens.EntityHandle(type.MetadataToken.ToInt32())))
        {
            var information = pdb.GetCustomDebugInformation(handle);
            if (pdb.GetGuid(information.Kind) != TypeDefinitionDocuments) continue;
            var rows = pdb.GetBlobReader(information.Value);
            while (rows.RemainingBytes > 0)
                yield return pdb.GetString(pdb.GetDocument(MetadataTokens.DocumentHandle(rows.ReadCompressedInteger())).Name);
        }
    }

    static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    static string FolderOf(string file) => file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : Layers.Root;

    static string FolderOfNamespace(string name) => name.Split('.') is [_, var folder, ..] ? folder : Layers.Root;
}
