using System.Globalization;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>A small firm as the files that its systems would export.</summary>
internal static class FirmExports
{
    public static IEnumerable<(string Name, string Text)> Of(SmallFirm firm) =>
    [
        ("accounts.csv", Csv("account_id,name,region,status,started_on", firm.Accounts.Select(a => $"{a.Id},{a.Name},scotland,{a.Status},{Day(a.StartedOn)}"))),
        ("people.csv", Csv("person_id,name", [$"P1,{SmallFirm.LeadsName}", $"P2,{SmallFirm.LeadsName}"])),
        ("roles.csv", Csv("system,account_id,person_id,role,from,to", firm.Roles.Select(r => $"{r.System},{r.Account},{r.Person},{r.Role},{Day(r.From)},{Day(r.To)}"))),
        ("activities.csv", Csv("activity_id,account_id,kind,held_on,evidence", firm.Reviews.Select(r => $"{r.Id},{r.Account},{r.Kind},{Day(r.On)},held"))),
        ("invoices.csv", Csv("invoice_number,account_id,raised_on,due_on,total,net,outstanding,currency,status,paid_on", firm.Invoices.Select(Invoice))),
    ];

    private static string Invoice(Item i) => string.Join(',', i.Id, i.Account, Day(i.On(ItemDay.Raised)), Day(i.On(ItemDay.Due)),
        Amount(i.Total), Amount(i.Net), Amount(i.Outstanding), i.Currency, i.State, Day(i.On(ItemDay.Paid)));

    private static string Csv(string header, IEnumerable<string> rows) => string.Join('\n', rows.Prepend(header)) + "\n";

    private static string Day(LocalDate? day) => day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Amount(long? minor) => minor is { } amount ? (amount / 100m).ToString("0.00", CultureInfo.InvariantCulture) : "";
}
