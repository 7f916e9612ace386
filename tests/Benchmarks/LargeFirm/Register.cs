using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>Who and what there is: accounts, contacts, people, engagements.</summary>
internal static class Register
{
    private static readonly string[] Importances = ["standard", "standard", "key", "standard", "strategic"];
    private static readonly string[] StakeholderRoles = ["executive", "sponsor", "product owner", "head of department", "finance", "procurement"];

    public static bool IsStrategic(int account) => Importances[account % Importances.Length] == "strategic";

    public static void Accounts(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "accounts.csv", "account_id,name,importance,customer_domains,region,status,started_on,ended_on,growth_target,margin_target");
        for (var account = 0; account < firm.Scale.Accounts; account++)
        {
            var id = Firm.AccountId(account);
            rows.Add(id).Add(account % 7 == 0 ? $"\"{id} Holdings, plc\"" : $"{id} Limited").Add(Importances[account % Importances.Length])
                .Add(Domain(account)).Add(Firm.Region(account)).Add("active")
                .Add(firm.Scale.AsOf.PlusDays(-500 - firm.Chance.Below(2000, About.Dates, account, 2))).Blank().Add(8).Add(30).End();
        }
    }

    public static void Contacts(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "contacts.csv", "contact_id,account_id,email,stakeholder_role,unit");
        for (var account = 0; account < firm.Scale.Accounts; account++)
        {
            for (var place = 0; place < StakeholderRoles.Length; place++)
            {
                rows.Add($"{Firm.AccountId(account)}-C{place + 1}").Add(Firm.AccountId(account)).Add($"contact{place + 1}@{Domain(account)}")
                    .Add(StakeholderRoles[place]).Add("\"Operations, North\"").End();
            }
        }
    }

    public static void People(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "people.csv", "person_id,name,email,career_level,people_lead_id,weekly_hours,started_on,ended_on");
        for (var person = 0; person < firm.Scale.People; person++)
        {
            rows.Add(firm.PersonIds[person]).Add($"Person {person}").Add($"person{person}@firm.example").Add(1 + person % 9)
                .Add(firm.PersonIds[person % firm.PeopleLeads]).AddHundredths(37_50).Add(firm.Scale.AsOf.PlusDays(-450 - person % 2000)).Blank().End();
        }
    }

    public static void Engagements(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "engagements.csv", "engagement_id,account_id,name,status,started_on,ended_on,billable,budget,updated_on");
        foreach (var engagement in firm.Engagements)
        {
            rows.Add(engagement.Id).Add(Firm.AccountId(engagement.Account)).Add(engagement.Number % 9 == 0 ? "\"Design, build and run\"" : "Platform work")
                .Add(Status(engagement, firm.Scale.AsOf)).Add(engagement.StartedOn).Add(engagement.EndedOn).Add(true)
                .AddHundredths(engagement.HourlyRate * 2_000L).Add(firm.Scale.AsOf.PlusDays(-engagement.Number % 12)).End();
        }
    }

    private static string Status(Engagement engagement, LocalDate day) =>
        engagement.StartedOn > day ? "planned" : engagement.EndedOn < day ? "closed" : "active";

    private static string Domain(int account) => $"{Firm.AccountId(account).ToLowerInvariant()}.example";
}
