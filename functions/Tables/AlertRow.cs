using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Tables;

/// <summary>A row <c>a~fingerprint</c> of <c>alerts</c>: an alert as it stands.</summary>
public static class AlertRow
{
    /// <summary>Alerts lie from this key on, up to <see cref="End"/>; the outbox lies behind.</summary>
    public const string First = "a~";

    public const string End = "b";

    private static readonly string[] States = ["at risk", "breached", "resolved"];

    internal static IReadOnlyList<string> StateNames => States;

    public static TableEntity Of(Alert alert)
    {
        TableEntity row = Columns.Row(Keys.Escape(alert.Account.Value), First + alert.Fingerprint);
        row["fingerprint"] = alert.Fingerprint;
        row["measure"] = Columns.Text(alert.Measure);
        row["account"] = Columns.Text(alert.Account.Value);
        row["key"] = Columns.Text(alert.Key);
        row["state"] = NameOf(alert.State);
        row["open"] = alert.Content.Open;
        row["openedat"] = Columns.At(alert.OpenedAt);
        row["changedat"] = Columns.At(alert.ChangedAt);
        row["sequence"] = alert.Sequence;
        row["because"] = Columns.Text(alert.Because);
        Put(row, alert.Content);
        return row;
    }

    public static Alert Read(TableEntity row) => new(
        row.Text("measure"), new(row.Text("account")), row.Text("key"), (AlertState)Array.IndexOf(States, row.Text("state")),
        ContentOf(row, row.Number("open")), row.At("openedat"), row.At("changedat"), row.Number("sequence"))
    {
        Because = row.TextOrNull("because"),
    };

    /// <summary>Whether the alert was resolved, and what it was about was due, before that day.</summary>
    public static bool IsResolvedBefore(TableEntity row, LocalDate day) =>
        row.Text("state") == NameOf(AlertState.Resolved) && row.At("changedat").InUtc().Date < day && !(row.DayOrNull("due") >= day);

    internal static string NameOf(AlertState state) => States[(int)state];

    /// <summary>What an alert says, in the columns that its row and its transitions share.</summary>
    internal static void Put(TableEntity row, AlertContent content)
    {
        row["severity"] = SeverityNames.Of(content.Severity);
        row["title"] = Columns.Text(content.Title);
        row["message"] = Columns.Text(content.Message);
        row["remedy"] = Columns.Text(content.Remedy);
        row["due"] = Columns.Day(content.Due);
        row["owner"] = Columns.Text(content.Owner?.Id);
        row["ownerbecause"] = Columns.Text(content.Owner?.Because);
        row["rows"] = Json.Of(content.Rows);
        row.Put(content.AtStake);
        row["cause"] = Columns.Text(content.Cause);
        row["behind"] = content.Behind;
        row["moneybehind"] = Json.Of(content.MoneyBehind);
    }

    internal static AlertContent ContentOf(TableEntity row, int open) => new(
        row.Text("title"), SeverityNames.Parse(row.Text("severity")), row.Text("message"), row.TextOrNull("remedy"), row.DayOrNull("due"), open,
        Json.Rows(row.Text("rows")), Json.Amounts(row.Text("amounts")), row.TextOrNull("owner") is { } owner ? new Owner(owner, row.Text("ownerbecause")) : null)
    {
        Cause = row.TextOrNull("cause"),
        Behind = row.Number("behind"),
        MoneyBehind = row.TextOrNull("moneybehind") is { } money ? Json.Amounts(money) : [],
    };
}
