using System.Text;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Exports;

namespace Plumbline.Ingest.Tests.Exports;

/// <summary>Plain files out of the air.</summary>
internal static class Files
{
    public static readonly LocalDate Today = new(2026, 9, 7);

    public const string Accounts = "account_id,name,status\nA1,One,active\nA2,Two,active\n";
    public const string Engagements = "engagement_id,account_id,name,status\nE1,A1,First,active\nE2,A2,Second,active\n";
    public const string People = "person_id,name,weekly_hours\nP1,Ann,37.5\nP2,Bob,40\n";

    public static Snapshot Read(params (string Name, string Text)[] files) => ReadBytes([.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    /// <summary>Those files, and a small register where they bring none of their own.</summary>
    public static Snapshot ReadWithRegister(params (string Name, string Text)[] files) => Read([.. WithRegister(files)]);

    public static Snapshot ReadBytes(params (string Name, byte[] Bytes)[] files) => ReadBytes(1 << 20, 2, files);

    public static Snapshot ReadBytes(int partSize, int threads, params (string Name, byte[] Bytes)[] files) => PlainFiles.Read(
        [.. files.Select(f => new PlainFile(f.Name, Today, () => new MemoryStream(f.Bytes)))], Today, () => KnownWords.Common, null, partSize, threads, default);

    public static IEnumerable<(string Name, string Text)> WithRegister(IEnumerable<(string Name, string Text)> files)
    {
        List<(string Name, string Text)> all = [.. files];
        foreach ((string Name, string Text) each in new[] { ("accounts.csv", Accounts), ("engagements.csv", Engagements), ("people.csv", People) })
            if (all.All(f => f.Name != each.Name))
                all.Add(each);
        return all;
    }

    public static SourceReading Reading(this Snapshot snapshot, string source) => snapshot.Readings[source];

    /// <summary>The reading with what is noted of its rows alone, whatever columns its header lacks.</summary>
    public static SourceReading OfRows(this SourceReading reading) => reading with { Notes = [.. reading.Notes.Where(n => !n.Contains(" line 1, ", StringComparison.Ordinal))] };
}
