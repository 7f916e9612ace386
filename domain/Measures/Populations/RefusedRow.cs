using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Rows that could not be used still are subjects, known by their id, so that nobody takes silence for good news.</summary>
internal static class RefusedRow
{
    public static IEnumerable<Case> RefusedRows(this AccountView view, string source, string noun) =>
        from fault in view.Faults
        where fault.Source == source && fault is { RowLost: true, Names.Id: not null }
        group fault by fault.Names.Id into row
        let first = row.OrderBy(f => f.Line).First()
        select new Case(noun, row.Key) { Occasion = first.Names.Day?.Iso() ?? "", Refused = first, RowOf = source };
}
