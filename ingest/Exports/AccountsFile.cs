using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>The accounts of the firm.</summary>
internal static class AccountsFile
{
    public static readonly Shape Shape = new(Names.Accounts)
    {
        Columns = ["account_id", "name", "importance", "customer_domains", "region", "status", "started_on", "ended_on", "growth_target", "margin_target"],
        Distant = ["ended_on"],
        Key = ["account_id"],
        Defaults = [("name", "accounts are called by their ids"), ("region", "the firm's region is taken")],
        Lenient = ["growth_target", "margin_target"],
    };

    public static Func<Row, Account> Parser(Header header)
    {
        Column id = header["account_id"], name = header["name"], importance = header["importance"], region = header["region"], status = header["status"], domains = header["customer_domains"];
        Column started = header["started_on"], ended = header["ended_on"], growth = header["growth_target"], margin = header["margin_target"];
        return row =>
        {
            AccountId account = row.NewAccount(id);
            if (account == AccountId.Firm)
                row.LoseNameless(id.Name, $"'{AccountId.Firm}' stands for the firm itself; give the account another id");
            return new Account(account, row.Text(name) ?? account.Value)
            {
                Importance = row.KnownWord(importance, WordKind.Importance),
                Region = row.Region(region),
                Status = row.Status(status, WordKind.AccountStatus, "active"),
                StartedOn = row.Day(started),
                EndedOn = row.Day(ended),
                CustomerDomains = row.Domains(domains),
                GrowthTarget = row.Number(growth, negative: true),
                MarginTarget = row.Number(margin, negative: true),
            };
        };
    }
}
