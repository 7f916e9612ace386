using System.Reflection;

namespace Plumbline.Domain.Tests.Fences;

/// <summary>Every type that a type says: in fields, properties, signatures and locals, with generic arguments unfolded.</summary>
internal static class Mentions
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<(string Where, Type Mentioned)> Of(IEnumerable<Type> types) =>
        from type in types
        from said in Said(type)
        from mentioned in Unfolded(said.Type)
        where !mentioned.IsGenericParameter
        select ($"{type.Name}.{said.Member}", mentioned);

    private static IEnumerable<(string Member, Type Type)> Said(Type type)
    {
        foreach (FieldInfo field in type.GetFields(All))
            yield return (field.Name, field.FieldType);
        foreach (PropertyInfo property in type.GetProperties(All))
            yield return (property.Name, property.PropertyType);
        foreach (MethodBase method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            if (method is MethodInfo { ReturnType: var returned })
                yield return (method.Name, returned);
            foreach (Type each in method.GetParameters().Select(p => p.ParameterType).Concat(method.GetMethodBody()?.LocalVariables.Select(l => l.LocalType) ?? []))
                yield return (method.Name, each);
        }
    }

    private static IEnumerable<Type> Unfolded(Type type) =>
        type.HasElementType ? Unfolded(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Unfolded).Prepend(type);
}
