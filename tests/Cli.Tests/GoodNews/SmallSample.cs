using NodaTime;
using Plumbline.Cli.Sample;
using Plumbline.Cli.Tests.Sample;

namespace Plumbline.Cli.Tests.GoodNews;

/// <summary>The sample firm cut down to a few accounts and to the newest time entries, as tables of text: small enough to judge thousands of times.</summary>
internal static class SmallSample
{
    public const string Today = "2026-09-15";

    private const string FirstEntry = "2026-06-01";

    private static readonly HashSet<string> Accounts = ["BALLYNOE", "HARTWELL", "KESTRELGATE", "TAMARSIDE"];

    /// <summary>With the calendars of the same people, of the days from the first time entry on.</summary>
    public static (IReadOnlyList<ExportTable> Tables, IReadOnlyList<SampleMailbox> Mailboxes) Read()
    {
        using var sample = new SampleFiles(Today);
        List<Dictionary<string, string>> Rows(string name) => sample.Rows(name);
        HashSet<string> engagements = [.. Rows("engagements.csv").Where(r => Accounts.Contains(r["account_id"])).Select(r => r["engagement_id"])];
        bool IsOurs(Dictionary<string, string> row) =>
            Accounts.Contains(row.GetValueOrDefault("account_id", "")) || engagements.Contains(row.GetValueOrDefault("engagement_id", ""));
        HashSet<string> people = [.. Rows("roles.csv").Where(IsOurs).Select(r => r["person_id"])];
        people.UnionWith([.. Rows("people.csv").Where(r => people.Contains(r["person_id"])).Select(r => r["people_lead_id"])]);
        bool IsKept(string file, Dictionary<string, string> row) => file switch
        {
            "people.csv" or "absences.csv" => people.Contains(row["person_id"]),
            "time.csv" => IsOurs(row) && string.CompareOrdinal(row["entry_date"], FirstEntry) >= 0,
            _ => IsOurs(row) || (row.GetValueOrDefault("account_id", "").Length == 0 && people.Contains(row.GetValueOrDefault("person_id", ""))),
        };
        SampleMailbox[] mailboxes = [.. Rows("people.csv").Where(r => people.Contains(r["person_id"])).Select(r => SampleMailbox.Read(sample.Folder, r["email"], FirstEntry)).OfType<SampleMailbox>()];
        return ([.. sample.Names.Select(name => new ExportTable(name, sample.Header(name).Split(','), [.. Rows(name).Where(r => IsKept(name, r)).Select(r => r.Values.ToArray())]))], mailboxes);
    }
}
