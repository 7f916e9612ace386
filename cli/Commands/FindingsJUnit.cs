using System.Globalization;
using System.Text;
using System.Xml;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>For build servers: every finding as a test case of its measure. Breached ones fail, unknown ones and those that do not apply are skipped.</summary>
internal sealed class FindingsJUnit(Stream output, Judged judged, IReadOnlyList<Measure> watched) : IFindingsWriter
{
    private readonly PeopleNames _names = new(judged.Snapshot.Register);

    public void Write(Tally tally, StepClock clock, CancellationToken cancellationToken)
    {
        AccountView[] views = [.. judged.Views];
        using var xml = XmlWriter.Create(output, new() { Encoding = new UTF8Encoding(false), Indent = true, CloseOutput = false });
        xml.WriteStartElement("testsuites");
        foreach (Measure measure in watched.OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Finding[] findings = [.. views.SelectMany(view => Evaluation.Judge(view, measure)).OrderBy(f => f, FindingOrder.Instance)];
            Suite(xml, measure, findings);
            foreach (Finding finding in findings)
            {
                tally.Add(finding);
                Case(xml, finding);
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.Flush();
        clock.Step("judge and write");
    }

    private static void Suite(XmlWriter xml, Measure measure, Finding[] findings)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", measure.Id);
        xml.WriteAttributeString("tests", Number(findings.Length));
        xml.WriteAttributeString("failures", Number(findings.Count(f => f.Verdict == Verdict.Breached)));
        xml.WriteAttributeString("skipped", Number(findings.Count(IsSkipped)));
    }

    private void Case(XmlWriter xml, Finding finding)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Plain($"{finding.Measure}.{finding.Account}"));
        xml.WriteAttributeString("name", Plain(finding.Occasion.Length == 0 ? finding.Subject : $"{finding.Subject} {finding.Occasion}"));
        if (finding.Verdict == Verdict.Breached || IsSkipped(finding))
        {
            xml.WriteStartElement(finding.Verdict == Verdict.Breached ? "failure" : "skipped");
            xml.WriteAttributeString("message", Plain(_names.In(finding.Message)));
            xml.WriteEndElement();
        }
        else if (finding.Verdict == Verdict.AtRisk)
            xml.WriteElementString("system-out", Plain($"at risk: {_names.In(finding.Message)}"));
        xml.WriteEndElement();
    }

    private static bool IsSkipped(Finding finding) => finding.Verdict is Verdict.Unknown or Verdict.NotApplicable or Verdict.Excepted;

    /// <summary>XML holds no control characters, in whatever form.</summary>
    private static string Plain(string text) => OneLine.Of(text);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
