using System.Globalization;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Tables;

/// <summary>One transition of an alert: what its readers are told.</summary>
/// <param name="Type">The last word but one of the message's type: <c>opened</c>.</param>
/// <param name="Verdict">What the alert stands at: <c>at risk</c>, <c>breached</c> or <c>resolved</c>.</param>
/// <param name="Because">Why it is resolved; null while it is open.</param>
public sealed record Transition(
    string Fingerprint, int Sequence, string Type, string Measure, AccountId Account, string Key, string Verdict, AlertContent Content, Instant At, string? Because);

/// <summary>A row <c>o~fingerprint~sequence</c> of <c>alerts</c>: a transition that has not been sent yet.</summary>
public static class OutboxRow
{
    /// <summary>The outbox lies from this key on, up to <see cref="End"/>, each alert's transitions in their order.</summary>
    public const string First = "o~";

    public const string End = "p";

    private static readonly string[] Types = ["opened", "worsened", "resolved", "reopened"];

    public static TableEntity Of(Alert alert, TransitionKind kind)
    {
        TableEntity row = Columns.Row(Keys.Escape(alert.Account.Value), string.Create(CultureInfo.InvariantCulture, $"{First}{alert.Fingerprint}~{alert.Sequence:D8}"));
        row["fingerprint"] = alert.Fingerprint;
        row["sequence"] = alert.Sequence;
        row["type"] = NameOf(kind);
        row["measure"] = Columns.Text(alert.Measure);
        row["account"] = Columns.Text(alert.Account.Value);
        row["key"] = Columns.Text(alert.Key);
        row["verdict"] = AlertRow.NameOf(alert.State);
        row["open"] = alert.Content.Open;
        row["at"] = Columns.At(alert.ChangedAt);
        row["because"] = Columns.Text(alert.Because);
        AlertRow.Put(row, alert.Content);
        return row;
    }

    /// <summary>As messages and rows name it: <c>opened</c>.</summary>
    internal static string NameOf(TransitionKind kind) => Types[(int)kind];

    public static Transition Read(TableEntity row) => new(
        row.Text("fingerprint"), row.Number("sequence"), row.Text("type"), row.Text("measure"), new(row.Text("account")), row.Text("key"), row.Text("verdict"),
        AlertRow.ContentOf(row, row.Number("open")), row.At("at"), row.TextOrNull("because"));
}
