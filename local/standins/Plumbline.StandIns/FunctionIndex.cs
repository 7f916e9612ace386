using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.StandIns;

/// <summary>The functions of an app, or every reason why it may not start.</summary>
internal static class FunctionIndex
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<HostedFunction> Read(IReadOnlyList<Type> types, bool servesHttp)
    {
        Candidate[] candidates = [.. types.SelectMany(type => type.GetMethods(Public).SelectMany(method => Candidates(type, method)))];
        string[] faults = [.. candidates.SelectMany(c => FunctionRules.Faults(c, servesHttp)), .. Duplicates(candidates)];
        return faults.Length == 0
            ? [.. candidates.Select(c => c.Accept())]
            : throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }

    private static IEnumerable<Candidate> Candidates(Type type, MethodInfo method) =>
        method.GetCustomAttribute<FunctionAttribute>() is { } named ? [new(named.Name, type, method)] : [];

    // The platform knows a function by its name alone, in whatever case it is asked for.
    private static IEnumerable<string> Duplicates(IEnumerable<Candidate> candidates) => candidates
        .GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => $"Function '{group.Key}' is declared more than once: {string.Join(", ", group.Select(c => $"{c.Type.Name}.{c.Method.Name}"))}.");
}
