using NodaTime;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Tests.Sample;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Policies;

namespace Plumbline.Cli.Tests.GoodNews;

/// <summary>What the shipped measures say of a set of files.</summary>
internal sealed class Judgement
{
    private static readonly Policy Shipped = PolicyFiles.Read(PolicyLoad.Shipped).Policy!;
    private const string Calendars = "calendars/";

    private static readonly LocalDate Today = SampleFiles.Day(SmallSample.Today);

    private readonly Dictionary<(string Measure, string Account, string Subject, string Occasion), Finding> _findings;

    private Judgement(IEnumerable<Finding> findings) => _findings = findings.ToDictionary(f => (f.Measure, f.Account.Value, f.Subject, f.Occasion));

    /// <param name="files">Each by its name; one that is left out is missing.</param>
    public static Judgement Of(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        ILookup<bool, PlainFile> all = files.Select(f => new PlainFile(f.Name, Today, () => new MemoryStream(f.Bytes)) { Hashed = false }).ToLookup(f => f.Name.StartsWith(Calendars, StringComparison.Ordinal));
        Snapshot plain = PlainFiles.Read([.. all[false]], Today, () => KnownWords.Common, null, CancellationToken.None);
        PlainFile[] mailboxes = [.. all[true].Select(f => f with { Name = f.Name[Calendars.Length..] })];
        Snapshot snapshot = new CalendarFiles(Shipped.Meetings, DateTimeZoneProviders.Tzdb[Shipped.Clock.Zone]).AddTo(plain, mailboxes, Today, CancellationToken.None);
        return new(Views.Of(snapshot, Shipped, Today).SelectMany(Evaluation.Judge));
    }

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
