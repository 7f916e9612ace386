using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>A lead for each account and a team for each engagement; one account in fifty has no lead, another has two.</summary>
internal static class Roles
{
    private static readonly string[] TeamRoles = ["delivery lead", "technology lead", "delivery consultant"];

    private static readonly string[] Layers = ["core", "extended", "partner", "corporate"];

    public static void Write(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "roles.csv", "system,account_id,engagement_id,opportunity_id,person_id,role,from,to,announced_on,handover_on");
        for (var account = 0; account < firm.Scale.Accounts; account++)
        {
            Leads(rows, firm, account);
            for (var place = 0; place < Firm.TeamSize; place++)
            {
                Seats(rows, firm, account, place);
            }
        }
    }

    private static void Leads(RowWriter rows, Firm firm, int account)
    {
        var (luck, from) = (firm.Chance.Below(50, About.Role, account, 1), firm.Scale.AsOf.PlusDays(-420));
        var second = firm.PersonIds[firm.Member(account, 1)];
        Row(rows, "psa", account, null, firm.PersonIds[firm.LeadOf(account)], "account lead", from, luck == 0 ? firm.Scale.AsOf.PlusDays(-9) : null);
        foreach (var system in new[] { "crm", "ledger" })
        {
            Row(rows, system, account, null, firm.PersonIds[firm.LeadOf(account)], "account lead", from, null);
        }

        Row(rows, "psa", account, null, firm.PersonIds[firm.LeadOf(account)], "sales lead", from, null);
        foreach (var layer in Register.IsStrategic(account) ? Layers : [])
        {
            Row(rows, "psa", account, null, firm.PersonIds[firm.LeadOf(account)], layer, from, null);
        }

        if (luck == 1)
        {
            Row(rows, "psa", account, null, second, "account lead", firm.Scale.AsOf.PlusDays(-30), null);
        }
    }

    // One seat in forty has been left empty of its role.
    private static void Seats(RowWriter rows, Firm firm, int account, int place)
    {
        var person = firm.PersonIds[firm.Member(account, place)];
        foreach (var engagement in firm.EngagementsOf(account).Select(number => firm.Engagements[number]))
        {
            var role = firm.Chance.Below(40, About.Role, engagement.Number, 2 + place) == 0 ? TeamRoles[^1] : TeamRoles[place];
            Row(rows, "psa", account, engagement, person, role, engagement.StartedOn, engagement.EndedOn);
        }
    }

    private static void Row(RowWriter rows, string system, int account, Engagement? engagement, byte[] person, string role, LocalDate from, LocalDate? to) =>
        rows.Add(system).Add(Firm.AccountId(account)).Add(engagement is null ? [] : engagement.Id).Blank().Add(person).Add(role).Add(from).Add(to).Add(from.PlusDays(2)).Blank().End();
}
