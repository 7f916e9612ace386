using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>The work: four engagements have ended, three start soon, the rest run.</summary>
internal static class Engagements
{
    public const string Header = "engagement_id,account_id,name,status,started_on,ended_on,billable,budget,updated_on";

    /// <summary>Days from today to the start and the end; the team by its numbers within the account, delivery lead and technology lead first.</summary>
    private sealed record Plan(string Id, string Name, int Start, int End, string Team, Terms Terms = Terms.TimeAndMaterials)
    {
        public string Account => Id[..Id.IndexOf('-', StringComparison.Ordinal)];

        public IEnumerable<int> Members => Team.Split(' ').Select(int.Parse);
    }

    private static readonly Plan[] Plans =
    [
        new("CALDER-01", "Smart metering platform", -500, 220, "1 2 3 4"),
        new("CALDER-02", "Leakage analytics", -290, 75, "5 6", Terms.FixedPrice),
        new("CALDER-03", "Drought response portal", 12, 190, "5 1 6"),
        new("PENROSE-01", "Mortgage origination", -420, 150, "1 2 3"),
        new("PENROSE-02", "Open banking interfaces", -75, 120, "4 5"),
        new("PENROSE-03", "Branch network review", -330, -70, "4 3"),
        new("INVERLOCH-01", "Turbine telemetry", -600, 300, "1 2 3 4"),
        new("INVERLOCH-02", "Grid trading models", -6, 160, "3 4"),
        new("HARTWELL-01", "Supply chain control tower", -380, 60, "1 2 3 4"),
        new("HARTWELL-02", "Maintenance records migration", -95, 130, "5 6"),
        new("HARTWELL-03", "Quality assurance pilot", -300, -96, "5 6"),
        new("MOURNE-01", "Cold chain monitoring", -330, 90, "1 2 3 4"),
        new("MOURNE-02", "Allergen labelling", 6, 120, "3 4"),
        new("STRATHYRE-01", "Pensions dashboard", -290, 210, "1 2 3 4"),
        new("STRATHYRE-02", "Annuity calculators", -48, 100, "3 4"),
        new("WEXCOMBE-01", "Fleet leasing platform", -450, 140, "1 2 3 4"),
        new("WEXCOMBE-02", "Depot scheduling", -128, 20, "3 4"),
        new("LARKFIELD-01", "Loyalty programme", -520, 330, "1 2 3 4 5"),
        new("LARKFIELD-02", "Store forecasting", -26, 150, "4 5"),
        new("LARKFIELD-03", "Checkout pilot", -400, -130, "1 2"),
        new("BALLYNOE-01", "Clinical supply portal", -260, 100, "1 2 3"),
        new("ORRIN-01", "Cask inventory", -310, 45, "1 2 3"),
        new("ORRIN-02", "Visitor centre discovery", -240, -45, "2 3", Terms.Investment),
        new("TAMARSIDE-01", "Planning applications", -200, 165, "1 2 3 4", Terms.FixedPrice),
        new("KESTRELGATE-01", "Claims triage", -350, 180, "1 2 3 4"),
        new("KESTRELGATE-02", "Fraud signals", 25, 210, "2 3"),
    ];

    public static int FirstDay(Account account, int member) =>
        Plans.Where(plan => plan.Account == account.Id && plan.Members.Contains(member)).Min(plan => plan.Start);

    public static List<Engagement> All(Almanac days, IReadOnlyList<Account> accounts, IReadOnlyList<Person> people) =>
    [
        .. from plan in Plans
           let account = accounts.Single(account => account.Id == plan.Account)
           let team = plan.Members.Select(member => People.Of(accounts, people, account.Id, member)).ToList()
           select new Engagement(plan.Id, account, plan.Name, days.Near(plan.Start), days.Near(plan.End), plan.Terms, team),
    ];

    public static IEnumerable<object?[]> Rows(Firm firm) =>
        from engagement in firm.Engagements
        let dice = firm.Dice($"engagement {engagement.Id}")
        select new object?[]
        {
            engagement.Id, engagement.Account.Id, engagement.Name, Status(firm.Days, engagement), engagement.StartedOn, engagement.EndedOn,
            engagement.Terms != Terms.Investment, Budget(engagement, dice), UpdatedOn(firm.Days, engagement, dice),
        };

    private static string Status(Almanac days, Engagement engagement) =>
        engagement.StartedOn > days.Today ? "planned" : engagement.EndedOn < days.Today ? "closed" : "active";

    private static decimal Budget(Engagement engagement, Dice dice) =>
        Period.DaysBetween(engagement.StartedOn, engagement.EndedOn) * engagement.Team.Count * dice.Between(4, 6) * 100m;

    private static LocalDate UpdatedOn(Almanac days, Engagement engagement, Dice dice) => engagement.EndedOn < days.Today
        ? engagement.EndedOn
        : days.Near(-dice.Between(0, engagement.Account.Cast.Habits.HasFlag(Habits.SkipsMeetings) ? 14 : 6));
}
