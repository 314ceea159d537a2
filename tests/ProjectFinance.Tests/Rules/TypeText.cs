using System.Reflection;

namespace ProjectFinance.Tests.Rules;

/// <summary>Types as a reader of C# writes them, with the question marks of nullable references.</summary>
static class TypeText
{
    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(char)] = "char",
        [typeof(byte)] = "byte", [typeof(short)] = "short", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    /// <summary>"Stepped&lt;Rate&gt;", without namespaces.</summary>
    public static string Of(Type type) => Write(type, null);

    public static string Of(ParameterInfo parameter) => Passed(parameter) + Write(Referred(parameter.ParameterType), new NullabilityInfoContext().Create(parameter));

    public static string Of(PropertyInfo property) => Write(Referred(property.PropertyType), new NullabilityInfoContext().Create(property));

    public static string Of(FieldInfo field) => Write(field.FieldType, new NullabilityInfoContext().Create(field));

    /// <summary>With its namespace: "ProjectFinance.Rates.Stepped&lt;T&gt;".</summary>
    public static string Full(Type type) => $"{type.Namespace}.{Write(type, null)}";

    static string Write(Type type, NullabilityInfo? nullability)
    {
        string mark = nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable } && !type.IsValueType ? "?" : "";
        if (Keywords.TryGetValue(type, out string? keyword)) return keyword + mark;
        if (Nullable.GetUnderlyingType(type) is { } value) return Write(value, null) + "?";
        if (type.IsArray) return $"{Write(type.GetElementType()!, nullability?.ElementType)}[]{mark}";
        if (!type.IsGenericType) return Name(type) + mark;
        var arguments = type.GetGenericArguments().Select((argument, i) => Write(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i)));
        return $"{Name(type)}<{string.Join(", ", arguments)}>{mark}";
    }

    static string Name(Type type) => (type is { IsGenericParameter: false, DeclaringType: { } outer } ? Name(outer) + "." : "") + type.Name.Split('`')[0];

    static string Passed(ParameterInfo parameter) => parameter.ParameterType.IsByRef ? parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref " : "";

    static Type Referred(Type type) => type.IsByRef ? type.GetElementType()! : type;
}
