namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>A statement of work for each engagement; a few signed late, a few not signed.</summary>
internal static class Documents
{
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
    }
}
