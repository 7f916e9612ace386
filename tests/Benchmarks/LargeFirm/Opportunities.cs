namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>One opportunity an account in two systems; one in twenty is not told alike.</summary>
internal static class Opportunities
{
    private static readonly string[] Stages = ["Qualified", "Proposal", "Negotiation"];

    public static void Write(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "opportunities.csv", "system,opportunity_id,account_id,status,stage,value,currency,updated_on");
        for (var account = 0; account < firm.Scale.Accounts; account++)
        {
            var (luck, value) = (firm.Chance.Below(100, About.Pipeline, account), 1_000_000L * (1 + firm.Chance.Below(90, About.Pipeline, account, 1)));
            var stage = luck % Stages.Length;
            Row(rows, firm, "crm", account, Stages[stage], value);
            // Missing, of another stage, of another value; else the same story.
            if (luck > 0)
            {
                Row(rows, firm, "psa", account, Stages[luck is 1 or 2 ? (stage + 1) % Stages.Length : stage], luck is 3 or 4 ? value * 7 / 10 : value);
            }
        }
    }

    private static void Row(RowWriter rows, Firm firm, string system, int account, string stage, long value) =>
        rows.Add(system).Add($"OPP-{Firm.AccountId(account)}").Add(Firm.AccountId(account)).Add("open").Add(stage).AddHundredths(value)
            .Add(Firm.Currency(account)).Add(firm.Scale.AsOf.PlusDays(-account % 40)).End();
}
