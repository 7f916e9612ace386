using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Measures.Anchors;
using Plumbline.Domain.Measures.Events;
using Plumbline.Domain.Time;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>An invoice is 40 days over its due day; then the firm's policy allows 60.</summary>
public sealed class ChangedTermsTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);
    private static readonly LocalDate Due = new(2026, 10, 11);
    private static readonly string Key = $"INV-1~{Due:yyyy-MM-dd}";

    private static SmallFirm Late() => new SmallFirm { Invoices = [SmallFirm.Invoice("INV-1", Due)] }.InOrder(Today);

    private static Policy Sixty(SmallFirm firm) => firm.Policy with
    {
        Measures = [new("no-aged-debt", "D", Domain.Measures.Populations.Invoices.Word, new Deadline(new([Paid.Word]), new(60, SpanUnit.Days), false, DueDate.Word))
            { Warn = new(7, SpanUnit.Days), AlertOnOld = true }, SmallFirm.AccountLead, SmallFirm.ServiceReview],
        Hash = "policy-2",
    };

    [Fact]
    public async Task An_alert_that_other_terms_close_says_so_and_by_which_policy()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = Late();
        Assert.Equal<TransitionKind>([TransitionKind.Opened], (await tables.RunAsync(firm)).Told);
        Assert.Equal("policy-1", (await tables.RowsAsync(TableNames.Findings)).First(f => f.Text("measure") == "no-aged-debt").Text("policy"));

        firm.Policy = Sixty(firm);

        Assert.Equal<TransitionKind>([TransitionKind.Resolved], (await tables.RunAsync(firm)).Told);
        Assert.Equal([$"{Key} resolved terms changed: policy-2"], await tables.StatesAsync("no-aged-debt"));
        Assert.Empty((await tables.RunAsync(firm)).Told);
    }

    [Fact]
    public async Task An_alert_that_a_payment_closes_does_not()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = Late();
        await tables.RunAsync(firm);

        firm.Policy = firm.Policy with { Hash = "policy-2" };
        firm.Change("INV-1", i => i with { State = "paid", Outstanding = 0, Days = [.. i.Days, (ItemDay.Paid, Today)] });
        await tables.RunAsync(firm);

        Assert.Equal([$"{Key} resolved kept"], await tables.StatesAsync("no-aged-debt"));
    }
}
