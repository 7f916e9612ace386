using NodaTime;
using Plumbline.Cli.Tests.Sample;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Tests.Policies;

namespace Plumbline.Cli.Tests.GoodNews;

/// <summary>What the shipped measures, and some of a firm's own for the words that those leave out, say of a set of files.</summary>
internal sealed class Judgement
{
    private const string OfTheFirm = """
        - { id: own-total, title: T, for each: invoice, where: { total: { above: { GBP: 1, EUR: 1, USD: 1 } } }, deadline: { done: paid, within: 14 days, after: invoice date } }
        - { id: own-net, title: T, for each: invoice, where: { net: { above: { GBP: 1, EUR: 1, USD: 1 } } }, deadline: { done: paid, within: 14 days, after: invoice date } }
        - { id: own-outstanding, title: T, for each: invoice, where: { outstanding: { at least: { GBP: 1, EUR: 1, USD: 1 } } }, deadline: { done: paid, after: due date }, promised from: 2026-01-01 }
        - { id: own-claims, title: T, for each: expense claim, where: { amount: { at least: { GBP: 1, EUR: 1, USD: 1 } } }, deadline: { done: approved, within: 1 day, after: submitted } }
        - { id: own-absences, title: T, for each: absence request, deadline: { done: decided, within: 1 day, after: submitted } }
        - { id: own-clock, title: T, for each: active engagement, cadence: { activity: record updated, every: 7 days }, promised from: 2026-08-01 }

        """;

    private static readonly Policy Policy = WithOwn();
    private static readonly LocalDate Today = SampleFiles.Day(SmallSample.Today);

    private readonly Dictionary<(string Measure, string Account, string Subject, string Occasion), Finding> _findings;

    private Judgement(IEnumerable<Finding> findings) => _findings = findings.ToDictionary(f => (f.Measure, f.Account.Value, f.Subject, f.Occasion));

    private static Policy WithOwn()
    {
        using var folder = new PolicyFolder();
        return folder.With("measures.yaml", File.ReadAllText(folder.PathOf("measures.yaml")) + OfTheFirm).Read().Policy!;
    }

    /// <param name="files">Each by its name; one that is left out is missing.</param>
    public static Judgement Of(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        PlainFile[] plain = [.. files.Select(f => new PlainFile(f.Name, Today, () => new MemoryStream(f.Bytes)) { Hashed = false })];
        Snapshot snapshot = PlainFiles.Read(plain, Today, () => KnownWords.Common, null, CancellationToken.None);
        return new(Views.Of(snapshot, Policy, Today).SelectMany(Evaluation.Judge));
    }

    /// <summary>Those of the firm's own measures that somebody breaks.</summary>
    public IEnumerable<string> OpenOwnMeasures => _findings.Values.Where(f => IsOpen(f) && f.Measure.StartsWith("own-", StringComparison.Ordinal)).Select(f => f.Measure).Distinct().Order(StringComparer.Ordinal);

    /// <summary>How many measures somebody breaks, or is about to.</summary>
    public int OpenMeasures => _findings.Values.Where(IsOpen).Select(f => f.Measure).Distinct().Count();

    /// <summary>What was open here and reads as good news there, or is unknown for a reason that does not name what was damaged.</summary>
    public IEnumerable<string> TurnedGood(Judgement damaged, string naming)
    {
        foreach (var (key, finding) in _findings.Where(f => IsOpen(f.Value)))
        {
            Finding? now = damaged._findings.GetValueOrDefault(key) ?? damaged.InPlaceOf(key);
            if (now is null || !(IsOpen(now) || now.Verdict == Verdict.Unknown))
                yield return $"{key.Measure}: {finding.Verdict.Name()} -> {now?.Verdict.Name() ?? "absent"} ({key.Account} {key.Subject} {key.Occasion})";
            else if (now.Verdict == Verdict.Unknown && now.Detail?.Contains(naming, StringComparison.Ordinal) != true)
                yield return $"{key.Measure}: unknown without naming {naming} ({now.Detail})";
        }
    }

    /// <summary>Where occasions or subjects are not known, one finding of the subject, or of the account, says so in place of all.</summary>
    private Finding? InPlaceOf((string Measure, string Account, string Subject, string Occasion) key) =>
        new[] { key.Subject, key.Account }.Select(s => _findings.GetValueOrDefault((key.Measure, key.Account, s, ""))).FirstOrDefault(f => f?.Verdict == Verdict.Unknown);

    private static bool IsOpen(Finding finding) => finding.Verdict is Verdict.Breached or Verdict.AtRisk;
}
