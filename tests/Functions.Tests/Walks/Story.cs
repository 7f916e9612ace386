using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tests.Runs;
using Plumbline.Local.Bus;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>Something that a host lives through, on a firm that was brought there undisturbed.</summary>
/// <param name="Before">Brings the firm there; null where there is nothing before.</param>
internal sealed record Story(string Name, Func<SmallFirm> Facts, Func<FirmTables, Task>? Before, Func<WalkedHost, Task> Lives)
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    public override string ToString() => Name;

    /// <param name="accounts">How many accounts the firm has, each with two debts.</param>
    public static IEnumerable<Story> All(int accounts) =>
    [
        new("the first run", () => Debts(accounts), null, host => host.LiveAsync()),
        new("the day after", () => TheDayAfter(accounts), firm => LiveAsync(firm, Debts(accounts)), host => host.LiveAsync()),
        new("the relay alone", () => TheDayAfter(accounts), firm => LeaveUnsentAsync(firm, accounts), host => host.RelayAsync()),
    ];

    public async Task<Beginning> BeginAsync()
    {
        if (Before is null)
            return Beginning.Nothing;
        await using FirmTables firm = await FirmTables.CreateAsync(isEmpty: true);
        await Before(firm);
        return await Beginning.OfAsync(firm);
    }

    /// <summary>Its facts are exported, and a host lives undisturbed.</summary>
    public static async Task LiveAsync(FirmTables firm, SmallFirm facts)
    {
        await firm.UploadAsync(facts);
        await new WalkedHost(firm, facts, new(firm.Clock, _ => Mishap.None)).LiveAsync();
    }

    private static async Task LeaveUnsentAsync(FirmTables firm, int accounts)
    {
        await LiveAsync(firm, Debts(accounts));
        // The topic takes nothing: everything stays in the outbox.
        var host = new WalkedHost(firm, TheDayAfter(accounts), new(firm.Clock, _ => Mishap.None));
        firm.Bus.Refuse(BusError.Timeout);
        await firm.UploadAsync(TheDayAfter(accounts));
        await host.LiveAsync();
    }

    private static SmallFirm Debts(int accounts)
    {
        var firm = new SmallFirm { Accounts = [.. Enumerable.Range(1, accounts).Select(n => SmallFirm.Active($"A{n}"))] };
        foreach (int n in Enumerable.Range(1, accounts))
            firm.Invoices.AddRange([SmallFirm.Invoice($"INV-{n}-1", new(2026, 9, 1), $"A{n}"), SmallFirm.Invoice($"INV-{n}-2", new(2026, 10, 25), $"A{n}")]);
        return firm.InOrder(Today);
    }

    /// <summary>One debt is paid, another worse, a lead has left, and there is a new debt in the first account.</summary>
    private static SmallFirm TheDayAfter(int accounts)
    {
        SmallFirm firm = Debts(accounts);
        foreach (int n in Enumerable.Range(1, accounts))
        {
            firm.Change($"INV-{n}-1", i => i with { State = "paid", Outstanding = 0, Days = [.. i.Days, (ItemDay.Paid, Today)] });
            firm.Change($"INV-{n}-2", i => i with { Days = [(ItemDay.Raised, new(2026, 8, 1)), (ItemDay.Due, new(2026, 9, 1))] });
        }
        firm.Invoices.Add(SmallFirm.Invoice("INV-NEW", new(2026, 9, 3)));
        firm.Roles.RemoveAll(r => r.Account?.Value == "A2");
        return firm;
    }
}
