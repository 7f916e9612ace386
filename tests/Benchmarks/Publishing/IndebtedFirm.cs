using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Benchmarks.Publishing;

/// <summary>A firm whose every invoice is long overdue: as many alerts as invoices, all of them opened by one run.</summary>
internal sealed class IndebtedFirm(int accounts, int alerts)
{
    private static readonly LocalDate Due = new(2026, 8, 1);

    public IEnumerable<string> Accounts => Enumerable.Range(1, accounts).Select(n => $"A{n:D4}");

    public Snapshot Read(LocalDate today) => new(new Register(
        [.. Accounts.Select(id => new Account(new(id), $"Customer {id}") { Status = "active", StartedOn = Due })],
        [], new Dictionary<PersonId, Person>(), new Dictionary<string, Contact>()))
    {
        Items = [.. Enumerable.Range(0, alerts).Select(Invoice)],
        Readings = new[] { Reading(Sources.Accounts, accounts, today), Reading(Sources.Invoices, alerts, today) }.ToDictionary(r => r.Source),
    };

    private Item Invoice(int number) => new(ItemKinds.Invoice, $"INV-{number:D6}")
    {
        Account = new($"A{(number % accounts) + 1:D4}"), State = "open", Currency = "GBP", Total = 120_00, Outstanding = 120_00,
        Days = [(ItemDay.Raised, Due.PlusDays(-30)), (ItemDay.Due, Due)],
    };

    private static SourceReading Reading(string source, int rows, LocalDate today) => new(source, ReadingState.Read) { Hash = new('0', 64), AsOf = today, Rows = rows };
}
