using System.Reflection;
using Plumbline.Ingest.Policies;
using Plumbline.Ingest.PolicyTests;

namespace Plumbline.Ingest.Tests.Policies;

/// <summary>A policy folder of a test's own: the shipped one, with the files that the test changes.</summary>
internal sealed class PolicyFolder : IDisposable
{
    public static readonly string Shipped = Path.Combine(
        typeof(PolicyFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "domain", "policy");

    public string Root { get; } = Directory.CreateTempSubdirectory("plumbline-policy-").FullName;

    public PolicyFolder()
    {
        Directory.CreateDirectory(Path.Combine(Root, "holidays"));
        Directory.CreateDirectory(Path.Combine(Root, "tests"));
        foreach (string name in PolicyFiles.Names)
            File.Copy(Path.Combine(Shipped, name), PathOf(name));
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    public PolicyFolder With(string name, string text)
    {
        File.WriteAllText(PathOf(name), text.ReplaceLineEndings("\n"));
        return this;
    }

    public PolicyFolder With(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return this;
    }

    public PolicyReading Read() => PolicyFiles.Read(Root);

    /// <summary>How the tests in the folder come out by its policy, which has no fault.</summary>
    public TestReport Tried()
    {
        PolicyReading reading = Read();
        Assert.Empty(reading.Faults);
        return PolicyTesting.Run(Root, reading.Policy!, default);
    }

    public string[] Faults() => [.. Read().Faults.Select(f => f.ToString())];

    /// <summary>The faults of a folder in which one file is as given.</summary>
    public static string[] FaultsOf(string name, string text)
    {
        using var folder = new PolicyFolder();
        return folder.With(name, text).Faults();
    }

    /// <summary>A policy of one measure with these terms, for a population that they go with.</summary>
    public static string WithTerms(string terms) => $"- id: a\n  title: A\n  for each: {Population(terms)}\n  {terms}\n";

    private static string Population(string terms) =>
        terms.Contains("total:", StringComparison.Ordinal) ? "billable month"
        : terms.StartsWith("deadline:", StringComparison.Ordinal) ? "invoice"
        : terms.StartsWith("agreement: { record:", StringComparison.Ordinal) ? "opportunity"
        : new[] { "burn", "days:", "record updated" }.Any(word => terms.Contains(word, StringComparison.Ordinal)) ? "active engagement" : "account";

    public void Dispose() => Directory.Delete(Root, true);
}
