using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Tables;
using Plumbline.Ingest.Findings;

namespace Plumbline.Functions.Runs;

/// <summary>A transition as subscribers receive it. People appear by the ids of the register; addresses and names never do.</summary>
internal static class AlertMessage
{
    /// <summary>A message has 256 KB, of which a text of this length takes 24 at most.</summary>
    private const int LongestText = 4_000;

    private const int LongestRows = 10_000;

    private const int LongestSession = 128;

    /// <summary>The same transition has the same id, however often it is sent: the topic drops what it has seen.</summary>
    public static string IdOf(Transition transition) => string.Create(CultureInfo.InvariantCulture, $"{transition.Fingerprint}:{transition.Sequence}");

    public static ServiceBusMessage Of(Transition transition)
    {
        string account = transition.Account.Value;
        var happened = new CloudEvent(IdOf(transition), $"plumbline.alert.{transition.Type}.v1", account, transition.At);
        var message = new ServiceBusMessage(happened.Body(json => Write(json, transition)))
        {
            MessageId = happened.Id,
            SessionId = account.Length <= LongestSession ? account : Keys.Escape(account),
            Subject = happened.Type,
            ContentType = CloudEvent.ContentType,
        };
        message.ApplicationProperties["account"] = account;
        message.ApplicationProperties["measure"] = transition.Measure;
        message.ApplicationProperties["severity"] = SeverityNames.Of(transition.Content.Severity);
        message.ApplicationProperties["verdict"] = transition.Verdict;
        message.ApplicationProperties["transition"] = transition.Type;
        message.ApplicationProperties["owner"] = transition.Content.Owner?.Id ?? "";
        message.ApplicationProperties["cause"] = transition.Content.Cause ?? "";
        if (Activity.Current?.Id is { } trace)
            message.ApplicationProperties["traceparent"] = trace;
        return message;
    }

    private static void Write(Utf8JsonWriter json, Transition transition)
    {
        AlertContent content = transition.Content;
        json.WriteStartObject();
        json.WriteString("fingerprint"u8, transition.Fingerprint);
        json.WriteNumber("sequence"u8, transition.Sequence);
        json.WriteString("transition"u8, transition.Type);
        json.WriteString("account"u8, transition.Account.Value);
        json.WriteString("measure"u8, transition.Measure);
        json.WriteString("key"u8, Cut(transition.Key));
        json.WriteString("verdict"u8, transition.Verdict);
        json.WriteString("because"u8, transition.Because);
        json.WriteString("severity"u8, SeverityNames.Of(content.Severity));
        json.WriteString("owner"u8, content.Owner?.Id);
        json.WriteString("ownerBecause"u8, content.Owner?.Because);
        json.WriteString("cause"u8, content.Cause);
        json.WriteStartObject("evidence"u8);
        json.WriteString("title"u8, Cut(content.Title));
        json.WriteString("message"u8, Cut(content.Message));
        json.WriteString("remedy"u8, Cut(content.Remedy));
        json.WriteString("due"u8, content.Due?.Iso());
        json.WriteNumber("open"u8, content.Open);
        RowsJson.Write(json, Bounded(content.Rows));
        json.WritePropertyName("atStake"u8);
        RowsJson.Write(json, content.AtStake);
        json.WriteNumber("behind"u8, content.Behind);
        json.WritePropertyName("moneyBehind"u8);
        RowsJson.Write(json, content.MoneyBehind);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Rows with long keys are counted only.</summary>
    private static FailingRows Bounded(FailingRows rows) =>
        rows.Keys.Sum(k => k.Length) <= LongestRows ? rows : rows with { Keys = [], More = rows.Keys.Length + rows.More };

    private static string? Cut(string? text)
    {
        if (text is null || text.Length <= LongestText)
            return text;
        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}
