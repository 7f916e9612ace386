using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.Functions.Tests;

/// <summary>What neither the compiler nor the worker's build sees, and which folder may know which.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Shell = ["Sources", "Tables", "Bus", "Telemetry"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Triggers"] = ["Runs", "Deliveries", "Webhooks", "People", "Results"],
        ["Runs"] = Shell,
        ["Deliveries"] = Shell,
        ["Webhooks"] = Shell,
        ["People"] = Shell,
        ["Results"] = Shell,
        ["Sources"] = [],
        ["Tables"] = [],
        ["Bus"] = [],
        ["Telemetry"] = [],
    };

    private static IEnumerable<(string Name, MethodInfo Method)> Functions =>
        from type in typeof(Program).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let named = method.GetCustomAttribute<FunctionAttribute>()
        where named is not null
        select (named.Name, method);

    [Fact]
    public void No_two_functions_have_one_name_in_whatever_case() =>
        Assert.Empty(Functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_function_is_public_in_a_public_class_of_the_triggers() =>
        Assert.Empty(Functions.Where(f => !f.Method.IsPublic || f.Method.DeclaringType is not { IsVisible: true, Namespace: "Plumbline.Functions.Triggers" }).Select(f => f.Name));

    [Fact]
    public void Only_timers_are_tried_again_by_attribute() =>
        Assert.Empty(Functions.Where(f => f.Method.GetCustomAttributes<RetryAttribute>().Any() && !f.Method.GetParameters().Any(p => p.IsDefined(typeof(TimerTriggerAttribute))))
            .Select(f => f.Name));

    [Fact]
    public void An_answer_has_no_public_property_since_those_travel_to_the_host_a_second_time() =>
        Assert.Empty(from type in typeof(Program).Assembly.GetTypes()
                     where type.IsAssignableTo(typeof(IResult))
                     from property in type.GetProperties()
                     select $"{type.Name}.{property.Name}");

    [Fact]
    public void No_type_of_ours_lies_in_a_namespace_of_Azures_or_Microsofts()
    {
        string?[] some = ["Plumbline.Domain", "Plumbline.Ingest", "Plumbline.Functions", "plumbline", "Plumbline.Local", "Functions.Tests"];
        Assert.Empty(some.Except(Ours.Select(a => a.GetName().Name)));
        Assert.Empty(from assembly in Ours
                     from type in assembly.GetTypes()
                     where Foreign().IsMatch($"{type.Namespace}.") && !type.IsDefined(typeof(CompilerGeneratedAttribute))
                     select $"{assembly.GetName().Name}: {type.FullName}");
    }

    [Fact]
    public void A_folder_of_the_functions_names_only_those_it_may_know()
    {
        string root = Path.Combine(RepositoryRoot, "functions");
        Assert.Empty(from folder in Directory.GetDirectories(root).Select(d => Path.GetFileName(d))
                     from file in Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
                     from named in FolderNamed().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Distinct()
                     where named != folder && !MayUse[folder].Contains(named)
                     select $"{folder}/{Path.GetFileName(file)} names {named}");
    }

    [Fact]
    public void Beside_the_folders_only_the_composition_root_knows_them() =>
        Assert.Equal(["Program.cs"], from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot, "functions"), "*.cs")
                                     where FolderNamed().IsMatch(File.ReadAllText(file))
                                     select Path.GetFileName(file));

    private static string RepositoryRoot => typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "RepositoryRoot").Value!;

    /// <summary>The assemblies beside this one that were built from the same repository.</summary>
    private static IEnumerable<Assembly> Ours =>
        from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        let name = Path.GetFileNameWithoutExtension(file)
        where name.StartsWith("plumbline", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".Tests", StringComparison.Ordinal)
        select Assembly.Load(name);

    [GeneratedRegex(@"^(Azure|Microsoft)\.")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\bFunctions\.(Triggers|Runs|Deliveries|Webhooks|People|Results|Sources|Tables|Bus)\b")]
    private static partial Regex FolderNamed();
}
