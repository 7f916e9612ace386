using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>A statement of work for each engagement three agreements, a plan and a mission for each account, with the four dates of each.</summary>
internal static class Documents
{
    public const string Header =
        "document_id,account_id,engagement_id,kind,reviewed_by_legal_on,agreed_by_board_on,signed_by_all_on,recorded_on,starts_on,ends_on";

    // This statement has run out, and the work goes on.
    private const string RunOut = "WEXCOMBE-02";
    private const int RunOutOn = -10;

    private static readonly string[] Agreements = ["msa", "ccsa", "nda"];

    /// <summary>Days from the start of work; null where it never came to that.</summary>
    private sealed record Path(int? Legal, int? Board, int? Signed, int? Recorded);

    private static readonly Dictionary<string, Path> Told = new()
    {
        ["CALDER-03"] = new(-50, -44, -32, -30),
        ["HARTWELL-02"] = new(-12, -2, null, null),
        ["LARKFIELD-02"] = new(-18, -9, -1, 6),
        ["MOURNE-02"] = new(-15, -10, null, null),
        ["TAMARSIDE-01"] = new(-22, -16, -8, null),
        ["WEXCOMBE-02"] = new(-20, -4, 9, 10),
    };

    public static IEnumerable<object?[]> Rows(Firm firm) =>
        firm.Accounts.SelectMany(account => OfAccount(firm, account))
            .Concat(firm.Engagements.SelectMany(engagement => OfEngagement(firm, engagement)));

    private static IEnumerable<object?[]> OfAccount(Firm firm, Account account) => Agreed(firm, account).Concat(Plans(firm.Days, account));

    // One plan has run out, one mission was never written.
    private static IEnumerable<object?[]> Plans(Almanac days, Account account)
    {
        var (none, begins) = (new Path(null, null, null, 0), days.Near(account.Id == "ORRIN" ? -400 : -120));
        yield return Row(days, $"PLAN-{account.Id}", account, null, "account plan", begins, begins.PlusYears(1), none);
        if (account.Id != "TAMARSIDE")
        {
            yield return Row(days, $"MISSION-{account.Id}", account, null, "mission", begins, begins.PlusYears(3), none);
        }
    }

    private static IEnumerable<object?[]> Agreed(Firm firm, Account account) =>
        from kind in Agreements
        let dice = firm.Dice($"{kind} {account.Id}")
        select Row(firm.Days, $"{kind.ToUpperInvariant()}-{account.Id}", account, null, kind, account.StartedOn, null, Usual(dice) is var usual && kind == "nda" && account.Id == "ORRIN" ? usual with { Recorded = null } : usual);

    private static IEnumerable<object?[]> OfEngagement(Firm firm, Engagement engagement)
    {
        var dice = firm.Dice($"sow {engagement.Id}");
        var path = Told.GetValueOrDefault(engagement.Id) ?? Usual(dice);
        yield return Row(firm.Days, $"SOW-{engagement.Id}", engagement.Account, engagement, "sow", engagement.StartedOn, engagement.Id == RunOut ? firm.Days.Near(RunOutOn) : engagement.EndedOn, path);
        // The extension of a long engagement is a statement of its own.
        if (engagement.Id == "KESTRELGATE-01")
        {
            yield return Row(firm.Days, $"SOW-{engagement.Id}-B", engagement.Account, engagement, "sow", firm.Days.Near(-60), engagement.EndedOn, Usual(dice));
        }
    }

    private static Path Usual(Dice dice) =>
        new(-dice.Between(21, 30), -dice.Between(15, 20), -dice.Between(8, 14), -dice.Between(1, 7));

    private static object?[] Row(
        Almanac days, string id, Account account, Engagement? engagement, string kind, LocalDate start, LocalDate? end, Path path) =>
    [
        id, account.Id, engagement?.Id, kind,
        On(days, start, path.Legal), On(days, start, path.Board), On(days, start, path.Signed), On(days, start, path.Recorded), start, end,
    ];

    private static LocalDate? On(Almanac days, LocalDate start, int? offset) =>
        offset is { } count ? days.IfCome(days.OnOrBefore(start.PlusDays(count))) : null;
}
