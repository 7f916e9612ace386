using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>The message that subscribers rely on, held to an approved file.</summary>
public sealed class AlertMessageTests
{
    private const int LargestMessage = 256 * 1024;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Transition Worsened(string text = "") => new("0123456789abcdef0123456789abcdef", 7, "worsened", "no-aged-debt", new("A/1 Ärzte"), $"INV-7~2026-09-01{text}", "breached",
        new($"No debt is more than 30 days overdue{text}", Severity.High, $"Invoice INV-7: not paid (£120.00 outstanding).{text}", $"collect what is outstanding{text}", new LocalDate(2026, 10, 1), 21,
            FailingRows.Of(Enumerable.Range(1, 22).Select(n => ($"INV-{n:D2}{text}", (Money?)new Money(120_00, "GBP")))), [new(12_00, "EUR"), new(2520_00, "GBP")], new Owner("P1", "account lead by the PSA")) { Cause = "fedcba9876543210fedcba9876543210", Behind = 2, MoneyBehind = [new(300_00, "GBP")] },
        Instant.FromUtc(2026, 11, 20, 9, 0, 0), null);

    [Fact]
    public void The_message_is_as_approved()
    {
        ServiceBusMessage message = AlertMessage.Of(Worsened());
        string told = JsonSerializer.Serialize(new
        {
            message.MessageId, message.SessionId, message.Subject, message.ContentType,
            ApplicationProperties = new SortedDictionary<string, object>(message.ApplicationProperties.ToDictionary(), StringComparer.Ordinal),
            Body = JsonDocument.Parse(message.Body.ToMemory()).RootElement,
        }, Indented);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Runs", "alert-message.approved.json")).ReplaceLineEndings("\n").TrimEnd(), told.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void However_long_its_texts_a_message_stays_below_what_the_bus_takes()
    {
        foreach (string text in new[] { new string('\u0001', 32_000), string.Concat(Enumerable.Repeat("\U0001F600", 16_000)), new string('"', 32_000) })
            Assert.InRange(AlertMessage.Of(Worsened(text)).Body.ToMemory().Length, 1, LargestMessage * 3 / 4);
    }

    [Fact]
    public void A_session_id_is_never_longer_than_the_bus_takes() =>
        Assert.InRange(AlertMessage.Of(Worsened() with { Account = new(new('é', 500)) }).SessionId!.Length, 1, 128);
}
