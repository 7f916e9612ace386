using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Rows that could not be used still are subjects, known by their id, so that nobody takes silence for good news.</summary>
internal static class RefusedRow
{
    /// <param name="kind">Only rows that say they are of this kind; null for all.</param>
    public static IEnumerable<Case> RefusedRows(this AccountView view, string source, string noun, string? kind = null) => view.Faults.Count == 0 ? [] :
        from fault in view.Faults
        where fault.Source == source && fault is { RowLost: true, Names.Id: not null } && (kind is null || fault.Names.Kind == kind)
        group fault by fault.Names.Id into row
        let first = row.OrderBy(f => f.Line).First()
        select new Case(noun, row.Key) { Occasion = first.Names.Day?.Iso() ?? "", Refused = first, RowOf = source };
}
