using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tables;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>The table <c>people</c>: to whoever owns a finding or an alert it gives a name.</summary>
public sealed class PeopleTests
{
    private const string Zwicky = SmallFirm.LeadsName;

    private static readonly LocalDate Today = new(2026, 11, 20);

    private static SmallFirm Debts() =>
        new SmallFirm { Invoices = [SmallFirm.Invoice("INV-1", new(2026, 9, 1)), SmallFirm.Invoice("INV-2", new(2026, 9, 1), "A2")] }.InOrder(Today);

    /// <summary>Each row as <c>key id name</c>, the leads with a star.</summary>
    private static async Task<string[]> PeopleAsync(FirmTables tables) => [.. (await tables.RowsAsync(TableNames.People))
        .Select(r => $"{r.PartitionKey}/{r.RowKey} '{r.Text("id")}' {r.Text("name")}{(r.GetBoolean("accountlead") == true ? " *" : "")}")];

    [Fact]
    public async Task Everybody_of_people_csv_has_a_row_which_says_who_leads_an_account()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = Debts();
        firm.People.Add(new(new("P/3"), "Ann Ärzt"));

        await tables.RunAsync(firm);

        Assert.Equal(["all/P!2F3 'P/3' Ann Ärzt", $"all/P1 'P1' {Zwicky} *", $"all/P2 'P2' {Zwicky}", "all/~ '' no owner"], await PeopleAsync(tables));
    }

    [Fact]
    public async Task Owners_that_people_csv_does_not_hold_have_a_row_with_their_id_as_name()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = Debts();
        firm.Roles.Add(SmallFirm.Lead("A2", "P8") with { Role = "delivery lead" });
        firm.People[1] = firm.People[1] with { PeopleLead = new("P9") };
        firm.Policy = firm.Policy with { Operations = "P2", SourceOwners = new Dictionary<string, string> { [Names.Invoices] = "the finance team" } };

        await tables.RunAsync(firm);

        Assert.Equal([$"all/P1 'P1' {Zwicky} *", $"all/P2 'P2' {Zwicky}", "all/P8 'P8' P8", "all/P9 'P9' P9", "all/the!20finance!20team 'the finance team' the finance team", "all/~ '' no owner"],
            await PeopleAsync(tables));
    }

    [Fact]
    public async Task Every_owner_and_lead_of_any_table_is_a_person_and_so_is_none()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = Debts();
        firm.Roles.RemoveAll(r => r.Account == new AccountId("A2"));
        firm.Roles.Add(SmallFirm.Lead("A1", "P7") with { From = Today });

        await tables.RunAsync(firm);

        string[] people = [.. (await tables.RowsAsync(TableNames.People)).Select(r => r.Text("id"))];
        string[] owners =
        [
            .. (await tables.RowsAsync(TableNames.Findings)).Select(r => r.Text("owner")), .. (await tables.AlertsAsync()).Select(r => r.Text("owner")),
            .. (await tables.TransitionsAsync()).Select(r => r.Text("owner")), .. (await tables.RowsAsync(TableNames.Accounts)).Select(r => r.Text("lead")),
        ];
        Assert.Contains("P7", owners);
        Assert.Contains("", owners);
        Assert.Empty(owners.Except(people));
    }

    [Fact]
    public async Task Who_has_gone_from_people_csv_keeps_the_name_and_leads_no_more()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = Debts();
        await tables.RunAsync(firm);
        firm.People.RemoveAt(0);
        firm.Roles.Clear();
        firm.Roles.AddRange([SmallFirm.Lead("A1", "P2"), SmallFirm.Lead("A2", "P2")]);

        await tables.RunAsync(firm);

        Assert.Equal([$"all/P1 'P1' {Zwicky}", $"all/P2 'P2' {Zwicky} *", "all/~ '' no owner"], await PeopleAsync(tables));
    }

    [Fact]
    public async Task What_is_known_of_people_stands_while_people_csv_and_roles_csv_are_missing()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = Debts();
        await tables.RunAsync(firm);
        string[] before = await PeopleAsync(tables);
        firm.People.Clear();
        firm.Roles.Clear();
        firm.Instead[Names.Roles] = new(Names.Roles, ReadingState.Missing) { Why = "roles.csv is not there" };

        await tables.RunAsync(firm);

        Assert.Equal(before, await PeopleAsync(tables));
        Assert.Contains($"all/P1 'P1' {Zwicky} *", before);
    }

    [Fact]
    public async Task A_person_is_written_again_only_when_something_about_them_changes()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = Debts();
        await tables.RunAsync(firm);
        firm.People[1] = firm.People[1] with { Name = "Bert" };
        var wire = new Wire();

        await tables.RunAsync(firm, wire);

        Asked[] writes = [.. wire.Requests.Where(r => r.IsWrite && r.Names($"{TableNames.People}(PartitionKey"))];
        Assert.Contains("Bert", Assert.Single(writes).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Zwicky, writes[0].Body, StringComparison.Ordinal);
    }
}
