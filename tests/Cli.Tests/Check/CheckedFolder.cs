using System.Globalization;
using System.Text;
using System.Text.Json;
using Plumbline.Cli.Commands;

namespace Plumbline.Cli.Tests.Check;

/// <summary>A folder of exports that a test writes, and the local program run on it.</summary>
internal sealed class CheckedFolder : IDisposable
{
    public const string Day = "2026-09-15";

    public string Path { get; } = Directory.CreateTempSubdirectory("plumbline-check-").FullName;

    /// <summary>One account with one engagement, three months of approved time, and an invoice for each month; everything kept.</summary>
    public static CheckedFolder Kept()
    {
        var folder = new CheckedFolder();
        folder.Write("accounts.csv", "account_id,name,region,status,started_on,ended_on\nA1,Redwood,england-and-wales,active,2026-06-01,\n");
        folder.Write("engagements.csv", "engagement_id,account_id,name,status,started_on,ended_on\nE1,A1,Portal,active,2026-06-01,\n");
        folder.Write("time.csv", "entry_date,person_id,engagement_id,hours,billable,value,currency,approved_on\n"
            + "2026-06-02,P1,E1,8,yes,800,GBP,2026-06-08\n2026-07-02,P1,E1,8,yes,800,GBP,2026-07-06\n2026-08-04,P1,E1,7.5,yes,750,GBP,2026-08-10\n");
        folder.Write("invoices.csv", "invoice_number,account_id,engagement_id,period,raised_on,due_on,total,net,outstanding,currency,status,paid_on,disputed\n"
            + "I1,A1,E1,2026-06,2026-07-02,2026-08-01,960,800,0,GBP,paid,2026-07-20,\n"
            + "I2,A1,E1,2026-07,2026-08-04,2026-09-03,960,800,960,GBP,open,,\n"
            + "I3,A1,E1,2026-08,2026-09-02,2026-10-02,900,750,900,GBP,open,,no\n");
        return folder;
    }

    public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

    public void Write(string name, byte[] bytes) => File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);

    /// <summary>As if the file had last been written at that moment, in universal time.</summary>
    public void WrittenAt(string name, string moment) =>
        File.SetLastWriteTimeUtc(System.IO.Path.Combine(Path, name), DateTime.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal));

    public void Delete(string name) => File.Delete(System.IO.Path.Combine(Path, name));

    public void Replace(string name, string old, string with)
    {
        string file = System.IO.Path.Combine(Path, name), text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, with, StringComparison.Ordinal));
    }

    public CheckOutcome Check(params string[] more) => Run(["check", Path, "--as-of", Day, "--format", "json", .. more]);

    public static CheckOutcome Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        int exit = CommandLine.RunAsync(args, new(output, error)).GetAwaiter().GetResult();
        return new(exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    public void Dispose() => Directory.Delete(Path, true);
}

/// <summary>What a run of the local program came to.</summary>
internal sealed record CheckOutcome(int Exit, string Output, string Error)
{
    public JsonElement[] Findings => [.. JsonDocument.Parse(Output).RootElement.EnumerateArray()];

    /// <summary>Verdict, and behind a colon the reason where there is one, of each finding of a measure, by subject and occasion.</summary>
    public string[] Of(string measure) =>
    [
        .. Findings.Where(f => f.GetProperty("measure").GetString() == measure).Select(f =>
            $"{f.GetProperty("subject").GetString()} {f.GetProperty("occasion").GetString()} {f.GetProperty("verdict").GetString()}"
            + (f.GetProperty("reason").GetString() is { } reason ? $": {reason}" : "")),
    ];
}
