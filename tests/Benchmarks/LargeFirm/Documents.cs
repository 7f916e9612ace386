namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>A statement of work for each engagement; a few signed late, a few not signed; agreements and plans for each account, but for one in fifty.</summary>
internal static class Documents
{
    private static readonly string[] OfAccount = ["msa", "ccsa", "nda", "account plan", "mission"];

    public static void Write(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "documents.csv", "document_id,account_id,engagement_id,kind,reviewed_by_legal_on,agreed_by_board_on,signed_by_all_on,recorded_on,starts_on,ends_on");
        foreach (var engagement in firm.Engagements)
        {
            var (luck, start) = (firm.Chance.Below(100, About.Document, engagement.Number), engagement.StartedOn);
            var signed = luck < 4 ? start.PlusDays(6) : start.PlusDays(-9);
            rows.Add($"SOW-{engagement.Name}").Add(Firm.AccountId(engagement.Account)).Add(engagement.Id).Add("sow")
                .Add(firm.IfCome(start.PlusDays(-25))).Add(firm.IfCome(start.PlusDays(-16))).Add(luck > 96 ? null : firm.IfCome(signed))
                .Add(luck > 96 ? null : firm.IfCome(signed.PlusDays(2))).Add(start).Add(engagement.EndedOn).End();
        }

        for (var account = 0; account < firm.Scale.Accounts; account++)
        {
            foreach (var kind in OfAccount.Where(_ => account % 50 > 0))
            {
                var start = firm.Scale.AsOf.PlusDays(-3_000 + account % 20);
                rows.Add($"{kind}-{account}").Add(Firm.AccountId(account)).Blank().Add(kind).Add(start).Add(start).Add(start).Add(start)
                    .Add(firm.Scale.AsOf.PlusDays(-200)).Add(firm.Scale.AsOf.PlusDays(100)).End();
            }
        }
    }
}
