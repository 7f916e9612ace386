using NodaTime;

namespace Plumbline.Domain.Facts;

/// <summary>
/// Assignments as they hold (MEASURES, On an account): each ends at the earliest of its own end, the person's, the account's and the
/// engagement's, and one that begins after that is left out. Where another of the same role and place begins on its last day, it is handed over.
/// </summary>
public static class Tenures
{
    public static IReadOnlyList<Assignment> Of(IReadOnlyList<Assignment> assignments, Register register)
    {
        Dictionary<AccountId, LocalDate?> accounts = register.Accounts.ToDictionary(a => a.Id, a => a.EndedOn);
        Dictionary<EngagementId, LocalDate?> engagements = [];
        foreach (Engagement engagement in register.Engagements)
            engagements[engagement.Id] = engagement.EndedOn;
        List<Assignment> held = new(assignments.Count);
        HashSet<(string?, string, AccountId?, EngagementId?, string?, LocalDate?)> begun = [];
        foreach (Assignment row in assignments)
        {
            LocalDate? end = Earliest(row.To, register.People.GetValueOrDefault(row.Person)?.EndedOn);
            end = Earliest(end, row.Account is { } account ? accounts.GetValueOrDefault(account) : null);
            end = Earliest(end, row.Engagement is { } engagement ? engagements.GetValueOrDefault(engagement) : null);
            if (row.From > end)
                continue;
            held.Add(end == row.To ? row : row with { To = end });
            begun.Add(Place(row, row.From));
        }
        for (int i = 0; i < held.Count; i++)
            // One that begins and ends on the same day is itself the new one.
            if (held[i] is { To: not null } last && last.From != last.To && begun.Contains(Place(last, last.To)))
                held[i] = last with { IsHandedOver = true };
        return held;
    }

    private static (string?, string, AccountId?, EngagementId?, string?, LocalDate?) Place(Assignment row, LocalDate? day) =>
        (row.IsOfThePsa ? null : row.System, row.Role, row.Account, row.Engagement, row.Opportunity, day);

    private static LocalDate? Earliest(LocalDate? one, LocalDate? other) => one is { } a && other is { } b ? LocalDate.Min(a, b) : one ?? other;
}
