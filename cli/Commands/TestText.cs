using System.Globalization;
using Plumbline.Ingest.Policies.Syntax;
using Plumbline.Ingest.PolicyTests;

namespace Plumbline.Cli.Commands;

/// <summary>How the tests of a policy came out, for people: which hold, which do not and why, and how many.</summary>
internal static class TestText
{
    public static int Write(TestReport report, Io io)
    {
        using var output = new StreamWriter(io.Output, leaveOpen: true);
        foreach (PolicyFault fault in report.Faults)
            io.Error.WriteLine(OneLine.Of(fault.ToString()));
        foreach (TestOutcome outcome in report.Outcomes)
        {
            output.WriteLine(OneLine.Of($"{(outcome.Failures.IsEmpty ? "holds" : "FAILS")}  {outcome.Place}: {outcome.Measure}: {outcome.Test}"));
            foreach (PolicyFault failure in outcome.Failures)
                output.WriteLine(OneLine.Of($"       {failure}"));
        }
        int holding = report.Outcomes.Count(o => o.Failures.IsEmpty);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Outcomes.Length} tests: {holding} hold, {report.Outcomes.Length - holding} do not."));
        return !report.Faults.IsEmpty ? Exit.Wrong : holding < report.Outcomes.Length ? Exit.Broken : Exit.Kept;
    }
}
