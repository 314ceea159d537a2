using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ProjectFinance.Tests.Rules;

/// <summary>Every type that a type names: bases, interfaces, constraints, members, signatures, locals and instructions.</summary>
static class UsedTypes
{
    public static IEnumerable<TypeReference> Of(TypeDefinition type) => Parts(Direct(type));

    static IEnumerable<TypeReference?> Direct(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(i => i.InterfaceType),
        .. Constraints(type),
        .. type.Fields.Select(f => f.FieldType),
        .. type.Properties.Select(p => p.PropertyType),
        .. type.Events.Select(e => e.EventType),
        .. type.Methods.SelectMany(OfMethod),
    ];

    static IEnumerable<TypeReference?> OfMethod(MethodDefinition method) =>
    [
        .. Signature(method),
        .. Constraints(method),
        .. method.Overrides.SelectMany(Signature),
        .. method.HasBody ? OfBody(method.Body) : [],
    ];

    static IEnumerable<TypeReference?> OfBody(MethodBody body) =>
    [
        .. body.Variables.Select(v => v.VariableType),
        .. body.ExceptionHandlers.Select(h => h.CatchType),
        .. body.Instructions.SelectMany(OfInstruction),
    ];

    static IEnumerable<TypeReference?> OfInstruction(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => Signature(method),
        CallSite site => [site.ReturnType, .. site.Parameters.Select(p => p.ParameterType)],
        _ => [],
    };

    static IEnumerable<TypeReference?> Signature(MethodReference method) =>
    [
        method.DeclaringType,
        method.ReturnType,
        .. method.Parameters.Select(p => p.ParameterType),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
    ];

    static IEnumerable<TypeReference?> Constraints(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType);

    // List<Line[]> names List, Line[] and Line.
    static IEnumerable<TypeReference> Parts(IEnumerable<TypeReference?> types)
    {
        foreach (var type in types)
        {
            if (type is null or GenericParameter) continue;
            if (type is GenericInstanceType generic)
                foreach (var argument in Parts(generic.GenericArguments)) yield return argument;
            if (type is IModifierType modified)
                foreach (var modifier in Parts([modified.ModifierType])) yield return modifier;
            if (type is TypeSpecification whole)
                foreach (var element in Parts([whole.ElementType])) yield return element;
            else
                yield return type;
        }
    }
}
