using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Tables;

/// <summary>A row of <c>observations</c>: a meeting that was recognised, or a mailbox with the month in which it was last read whole.</summary>
public static class ObservationRow
{
    private const string Meeting = "meeting";
    private const string Mailbox = "mailbox";

    private static readonly string[] Rungs = ["scheduled", "accepted", "held", "confirmed"];

    public static string PartitionOf(string source) => Keys.Escape(source);

    public static TableEntity Of(string source, Activity activity) => Row(source, Keys.Of(Meeting, activity.Id, activity.Account?.Value ?? ""), Meeting, activity, null);

    /// <param name="read">The month in which the mailbox of that person was last read whole.</param>
    public static TableEntity Of(string source, PersonId person, YearMonth read) => Row(source, Keys.Of(Mailbox, person.Value), Mailbox, null, (person, read));

    /// <summary>The filter for meetings before that day, and mailboxes last read in an earlier month.</summary>
    public static string Before(LocalDate day) => TableClient.CreateQueryFilter(
        $"(what eq {Meeting} and on lt {Columns.Day(day)}) or (what eq {Mailbox} and read lt {Columns.Month(day.ToYearMonth())})");

    public static bool IsMeeting(TableEntity row) => row.Text("what") == Meeting;

    public static Activity Read(TableEntity row) => new(
        row.Text("item"), row.Text("kind"), row.DayOrNull("on") ?? throw new FormatException("a meeting has a day"), (Rung)Array.IndexOf(Rungs, row.Text("rung")),
        [.. row.Text("participants").Split(';', StringSplitOptions.RemoveEmptyEntries)])
    {
        Account = row.TextOrNull("account") is { } account ? new(account) : null,
        Engagement = row.TextOrNull("engagement") is { } engagement ? new(engagement) : null,
        Person = row.TextOrNull("person") is { } person ? new(person) : null,
        Doubt = Enum.TryParse(row.TextOrNull("doubt"), out Doubt doubt) ? doubt : null,
        Organiser = row.TextOrNull("organiser") is { } organiser ? new(organiser) : null,
        LeftOut = Enum.TryParse(row.TextOrNull("leftout"), out LeftOut leftOut) ? leftOut : LeftOut.None,
    };

    public static (PersonId Person, YearMonth Read) ReadMailbox(TableEntity row) =>
        (new(row.Text("person")), YearMonthPattern.Iso.Parse(row.Text("read")).GetValueOrThrow());

    private static TableEntity Row(string source, string key, string what, Activity? activity, (PersonId Person, YearMonth Month)? read)
    {
        TableEntity row = Columns.Row(PartitionOf(source), key);
        row["what"] = what;
        row["item"] = Columns.Text(activity?.Id);
        row["kind"] = Columns.Text(activity?.Kind);
        row["account"] = Columns.Text(activity?.Account?.Value);
        row["engagement"] = Columns.Text(activity?.Engagement?.Value);
        row["person"] = Columns.Text((read?.Person ?? activity?.Person)?.Value);
        row["on"] = Columns.Day(activity?.On);
        row["rung"] = activity is null ? "" : Rungs[(int)activity.Rung];
        row["participants"] = activity is null ? "" : Columns.Text(string.Join(';', activity.Participants));
        row["doubt"] = Columns.Text(activity?.Doubt?.ToString());
        row["organiser"] = Columns.Text(activity?.Organiser?.Value);
        row["leftout"] = activity is null or { LeftOut: LeftOut.None } ? "" : activity.LeftOut.ToString();
        row["read"] = read is { Month: var month } ? Columns.Month(month) : "";
        return row;
    }
}
