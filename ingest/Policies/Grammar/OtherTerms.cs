using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>
/// Terms that change: <c>terms: [{ from: 2027-01-01, within: 45 days }]</c> for everybody, <c>overrides: [{ account: A1, from: 2026-07-01,
/// reason: as agreed, within: 60 days }]</c> for one account. What an entry leaves out stays as it was; an account's own goes before everybody's.
/// </summary>
internal sealed class OtherTerms(string kind, Mapping first, Words words, FaultList faults)
{
    /// <summary>The measure with its other terms; null where it has a fault.</summary>
    /// <param name="measure">By its first terms; null where those have a fault, and then the others are looked through for more.</param>
    public static Measure? Read(Fields fields, Words words, Measure? measure)
    {
        if ((fields["terms"] ?? fields["overrides"]) is null || PromiseTerms.Kind(fields) is not { } kind || fields[kind] is not Mapping first)
            return measure;
        ImmutableArray<TermsChange> changes = TermsChange.Read(fields, kind);
        var reader = new OtherTerms(kind, first, words, fields.Faults);
        TermsChange[] everybodys = [.. changes.Where(c => c.Account is null).OrderBy(Since)];
        ImmutableArray<Terms> changed = reader.Read(measure, everybodys, []);
        Dictionary<AccountId, ImmutableArray<Terms>> overrides = [];
        foreach (var own in changes.Where(c => c.Account is not null).GroupBy(c => c.Account))
            overrides[new(own.Key ?? "")] = reader.Read(measure, everybodys, [.. own.OrderBy(Since)]);
        return measure is null ? null : measure with { Changed = changed, Overrides = overrides };
    }

    /// <summary>The terms from each day on which something changes.</summary>
    private ImmutableArray<Terms> Read(Measure? measure, TermsChange[] everybodys, TermsChange[] own)
    {
        var all = ImmutableArray.CreateBuilder<Terms>();
        foreach (LocalDate? day in everybodys.Concat(own).Select(c => c.From).Distinct().OrderBy(Since))
        {
            TermsChange[] laid = [.. everybodys.Concat(own).Where(c => Since(c) <= Since(day))];
            if (By(measure, laid) is { } by)
                all.Add(new(by, day, laid.LastOrDefault(c => c.Account is not null)?.Because));
        }
        return all.ToImmutable();
    }

    private Measure? By(Measure? measure, TermsChange[] laid)
    {
        IPromise? promise = PromiseTerms.Read(kind, laid.Aggregate(first, TermsChange.Over), words, faults);
        return measure is null || promise is null ? null : new(measure.Id, measure.Title, measure.ForEach, promise)
        {
            Warn = laid.LastOrDefault(c => c.Warn is not null)?.Warn ?? measure.Warn,
            Severity = measure.Severity,
            AlertPer = measure.AlertPer,
            AlertOnOld = measure.AlertOnOld,
            RollUp = measure.RollUp,
            Source = measure.Source,
            CausedBy = measure.CausedBy,
            StaleAfter = measure.StaleAfter,
            PromisedFrom = measure.PromisedFrom,
        };
    }

    /// <summary>What is in force however long ago comes first.</summary>
    private static LocalDate Since(TermsChange change) => Since(change.From);

    private static LocalDate Since(LocalDate? day) => day ?? LocalDate.MinIsoValue;
}
