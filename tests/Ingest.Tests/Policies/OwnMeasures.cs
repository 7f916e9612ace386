using Plumbline.Ingest.PolicyTests;

namespace Plumbline.Ingest.Tests.Policies;

/// <summary>A measure of a firm's own, tried by tests that are written as a firm writes them.</summary>
internal static class OwnMeasures
{
    public static void Hold(int tests, string measures, string yaml)
    {
        using var folder = new PolicyFolder();
        TestReport report = folder.With("measures.yaml", measures).With("tests/own.yaml", yaml).Tried();
        Assert.Empty(report.Faults);
        Assert.Empty(report.Outcomes.SelectMany(o => o.Failures).Select(f => f.ToString()));
        Assert.Equal(tests, report.Outcomes.Length);
    }
}
