using System.CodeDom.Compiler;
using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ProjectFinance.Tests.Rules;

public class ImmutabilityTests
{
    const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic;

    static readonly string[] Immutable = ["System.Collections.Immutable", "System.Collections.Frozen", "NodaTime"];

    // Nothing is handed to a static from outside, so a read-only view of what it made itself is enough there.
    static readonly Type[] ReadOnlyViews = [typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyDictionary<,>), typeof(IReadOnlySet<>), typeof(IEnumerable<>)];

    [Fact]
    public void StaticField_Anywhere_CannotBeReassigned() => Rule.Holds(
        from type in Written()
        from field in type.GetFields(Declared | BindingFlags.Static)
        where !field.IsInitOnly && !field.IsLiteral && !IsCompilers(field)
        select $"{type.FullName}.{Named(field)} is a static that can be reassigned; make it readonly or an argument");

    [Fact]
    public void StaticField_Anywhere_HoldsNothingThatChanges() => Rule.Holds(
        from type in Written()
        from field in type.GetFields(Declared | BindingFlags.Static)
        where !IsCompilers(field) && !ReadOnlyViews.Any(view => Is(field.FieldType, view)) && Changeable(field.FieldType) is not null
        select $"{type.FullName}.{Named(field)} is a static {Changeable(field.FieldType)}; use an immutable or frozen collection, or a ReadOnlySpan property");

    [Fact]
    public void Record_Anywhere_IsInitOnly() => Rule.Holds(
        from type in Written().Where(IsRecord)
        from property in type.GetProperties(Declared | BindingFlags.Instance)
        where property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        select $"{type.FullName}.{property.Name} can be set after the record is made; use init");

    [Fact]
    public void Record_Anywhere_HasReadOnlyFields() => Rule.Holds(
        from type in Written().Where(IsRecord)
        from field in type.GetFields(Declared | BindingFlags.Instance)
        where !field.IsInitOnly && !IsBacking(field)
        select $"{type.FullName}.{field.Name} is a field of a record that can be reassigned; make it readonly");

    [Fact]
    public void Record_Anywhere_HoldsOnlyImmutableCollections() => Rule.Holds(
        from type in Written().Where(IsRecord)
        from property in type.GetProperties(Declared | BindingFlags.Instance)
        where Changeable(property.PropertyType) is not null
        select $"{type.FullName}.{property.Name} is or holds a {Changeable(property.PropertyType)}, which somebody may change; use ImmutableArray or another immutable collection, or a class if it is working state");

    /// <summary>The name of the part of a type that can be changed by whoever holds it, or null: an array, or a collection from outside that is not immutable.</summary>
    static string? Changeable(Type type)
    {
        if (type == typeof(string) || type.IsGenericParameter || typeof(Delegate).IsAssignableFrom(type)) return null;
        if (type.IsArray || Is(type, typeof(Memory<>)) || Is(type, typeof(Span<>))) return type.Name;
        bool fromOutside = type.Assembly != typeof(Problem).Assembly && !Immutable.Contains(type.Namespace);
        if (fromOutside && typeof(IEnumerable).IsAssignableFrom(type)) return type.Name;
        return type.GetGenericArguments().Select(Changeable).FirstOrDefault(name => name is not null);
    }

    static bool Is(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;

    static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared | BindingFlags.Instance)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true
        || type.GetMethod("<Clone>$", Declared | BindingFlags.Instance) is not null;

    static bool IsBacking(FieldInfo field) => field.Name.EndsWith("k__BackingField", StringComparison.Ordinal);

    static bool IsCompilers(FieldInfo field) => field.Name.StartsWith('<') && !IsBacking(field);

    static string Named(FieldInfo field) => IsBacking(field) ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    static IEnumerable<Type> Written() => typeof(Problem).Assembly.GetTypes()
        .Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal) && !type.IsDefined(typeof(GeneratedCodeAttribute)));
}
