using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Rows that could not be used still are subjects, known by their id, so that nobody takes silence for good news.</summary>
internal static class RefusedRow
{
    /// <param name="kind">Only rows that are of this kind, or do not say of which; null for all.</param>
    public static IEnumerable<Case> RefusedRows(this AccountView view, string source, string noun, string? kind = null) => view.Faults.Count == 0 ? [] :
        from fault in view.Faults
        where fault.Source == source && fault is { RowLost: true, Names.Id: not null } && (kind is null || fault.Names.Kind is not { } own || own == kind)
        group fault by fault.Names.Id into row
        let first = row.First()
        select new Case(noun, row.Key) { Occasion = first.Names.Day?.Iso() ?? "", Refused = first, RowOf = source };

    /// <summary>The row of this engagement that could not be used; null when it was read.</summary>
    public static Fault? LostRowOf(this AccountView view, Engagement engagement) => view.Faults.Count == 0 ? null
        : view.Faults.FirstOrDefault(f => f is { Source: Sources.Engagements, RowLost: true } && f.Names.Id == engagement.Id.Value);

    /// <summary>Engagements of which rows say that they are of different accounts are of none; each of those accounts is asked about them.</summary>
    public static IEnumerable<Case> RefusedEngagements(this AccountView view) =>
        view.RefusedRows(Sources.Engagements, "engagement").Where(c => view.Engagements.All(e => e.Id.Value != c.Subject));

    /// <summary>The rows of roles.csv that could not be used and name somebody, by person and, where they say it, role.</summary>
    public static IEnumerable<(PersonId Person, string? Role, Fault Fault)> RefusedAssignments(this AccountView view) => view.Faults.Count == 0 ? [] :
        from fault in view.Faults
        where fault is { Source: Sources.Roles, RowLost: true, Names.Person: not null }
        group fault by (Person: fault.Names.Person ?? default, Role: fault.Names.Kind) into rows
        select (rows.Key.Person, rows.Key.Role, rows.First());
}
