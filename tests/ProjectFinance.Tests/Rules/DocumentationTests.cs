using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ProjectFinance.Tests.Rules;

/// <summary>The compiler refuses a public member without a comment; these see that it is asked to, and that comments say what it cannot check.</summary>
public class DocumentationTests
{
    static readonly string AssemblyPath = typeof(Problem).Assembly.Location;

    [Fact]
    public void MissingComment_InTheBuild_IsNotSilenced()
    {
        var silenced = new Regex("CS" + "1591", RegexOptions.CultureInvariant);
        Rule.Holds(
            from file in Repository.Files("src").Concat([Repository.PathOf("Directory.Build.props"), Repository.PathOf(".editorconfig")])
            where silenced.IsMatch(File.ReadAllText(file))
            select $"{Repository.Relative(file)} silences the compiler's warning about missing comments");
    }

    [Fact]
    public void PublicType_Anywhere_IsInTheCommentFile()
    {
        var comments = Comments();
        using var module = ModuleDefinition.ReadModule(AssemblyPath);
        Rule.Holds(
            from type in module.GetTypes()
            where type.IsPublic && !comments.ContainsKey(DocCommentId.GetDocCommentId(type))
            select $"{type.FullName} has no comment in {Path.ChangeExtension(Path.GetFileName(AssemblyPath), ".xml")}");
    }

    [Fact]
    public void Comment_Anywhere_SaysSomething() => Rule.Holds(
        from comment in Comments()
        where !IsInherited(comment.Value) && string.IsNullOrWhiteSpace(comment.Value.Element("summary")?.Value) && !comment.Value.Descendants("see").Any()
        select $"{comment.Key} has an empty summary");

    [Fact]
    public void PublicMember_ThatRejectsInput_NamesTheException()
    {
        var comments = Comments();
        using var module = ModuleDefinition.ReadModule(AssemblyPath);
        Rule.Holds(
            from type in module.GetTypes()
            where IsVisible(type)
            from method in type.Methods
            where (method.IsPublic || method.IsFamily) && RejectsInput(method)
            let id = DocCommentId.GetDocCommentId(Commented(method))
            where comments.TryGetValue(id, out var comment) && !IsInherited(comment) && !Names(comment, typeof(InvalidInputException))
            select $"{id} throws InvalidInputException but its comment has no <exception cref=\"InvalidInputException\">");
    }

    static Dictionary<string, XElement> Comments() => XDocument.Load(Path.ChangeExtension(AssemblyPath, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    static bool IsInherited(XElement comment) => comment.Element("inheritdoc") is not null;

    static bool Names(XElement comment, Type exception) => comment.Elements("exception").Any(e => e.Attribute("cref")?.Value == $"T:{exception.FullName}");

    static bool IsVisible(TypeDefinition type) => type.IsPublic || type.IsNestedPublic && IsVisible(type.DeclaringType);

    static bool RejectsInput(MethodDefinition method) => method.HasBody && method.Body.Instructions.Any(i =>
        i.OpCode == OpCodes.Throw && i.Previous?.Operand is MethodReference thrown && thrown.DeclaringType.FullName == typeof(InvalidInputException).FullName);

    static IMemberDefinition Commented(MethodDefinition method) =>
        method.DeclaringType.Properties.FirstOrDefault(p => p.GetMethod == method || p.SetMethod == method) ?? (IMemberDefinition)method;
}
