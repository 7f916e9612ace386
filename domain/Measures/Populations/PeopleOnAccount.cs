using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Each person with an assignment to the account or to an engagement of it, over the stretches of days that the assignments cover.</summary>
public static class PeopleOnAccount
{
    public static Population Word { get; } = new("person on an account", Sources.People, [new(Sources.Roles, "person_id", "account_id", "from", "to")], Of);

    private static IEnumerable<Case> Of(AccountView view) =>
        from assignment in view.Assignments
        group assignment by assignment.Person into person
        let stretches = Stretches(person)
        where !stretches.IsEmpty
        select new Case("person", person.Key.Value) { Person = person.Key, Active = stretches };

    /// <summary>Assignments that overlap or follow each other without a day between are one stretch; one that ends before it begins holds on no day.</summary>
    internal static ImmutableArray<(LocalDate? From, LocalDate? To)> Stretches(IEnumerable<Assignment> assignments)
    {
        List<(LocalDate? From, LocalDate? To)> stretches = [];
        foreach (Assignment next in assignments.Where(a => !(a.From > a.To)).OrderBy(a => a.From ?? LocalDate.MinIsoValue))
        {
            if (stretches.Count > 0 && stretches[^1] is var last && Follows(last.To, next.From))
                stretches[^1] = (last.From, last.To is { } a && next.To is { } b ? LocalDate.Max(a, b) : null);
            else
                stretches.Add((next.From, next.To));
        }
        return [.. stretches];
    }

    private static bool Follows(LocalDate? end, LocalDate? start) => end is not { } to || start is not { } from || from <= to.Shifted(1);
}
