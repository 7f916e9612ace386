using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Findings;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.PolicyTests;

/// <summary>
/// What a test expects, day by day: <c>2026-04-08: breached</c>, <c>2026-04-08: { E1 2026-03: met late }</c>, with the reason in brackets
/// where it matters: <c>unknown(source_missing)</c>.
/// </summary>
internal static class ExpectTerms
{
    public const string Key = "expect";

    private static readonly ImmutableArray<string> Verdicts =
        [.. Domain.Findings.Verdicts.Names.Where(n => n != Verdict.Excepted.Name()), Expected.Nothing];

    public static ImmutableArray<Expected> Read(Fields test)
    {
        if (test[Key] is not { } node)
            return [];
        if (node is Mapping { Entries.IsEmpty: false } days)
            return [.. days.Entries.SelectMany(d => OfDay(d, test.Faults))];
        test.Faults.Add(node.At, $"{Quote.Of(Key)} has days and what is expected on each, as 2026-04-08: breached");
        return [];
    }

    private static IEnumerable<Expected> OfDay(Entry day, FaultList faults)
    {
        LocalDate? on = DateText.Read(day.Key, faults);
        if (day.Value is not Mapping findings)
            return [.. One(on, null, day.Value, faults)];
        if (findings.Entries.IsEmpty)
            faults.Add(findings.At, "expects nothing of that day: write 'nothing' where no finding is expected");
        return [.. findings.Entries.SelectMany(f => One(on, f.Key.Value, f.Value, faults))];
    }

    private static IEnumerable<Expected> One(LocalDate? day, string? whose, Node value, FaultList faults)
    {
        if (value.AsText(faults) is not { } text)
            yield break;
        int bracket = text.Value.EndsWith(')') ? text.Value.IndexOf('(') : -1;
        string? reason = bracket < 0 ? null : text.Value[(bracket + 1)..^1].Trim();
        string verdict = bracket < 0 ? text.Value : text.Value[..bracket].TrimEnd();
        if (Choices.Read(text with { Value = verdict }, Key, Verdicts, faults) is { } known && day is { } on)
            yield return new(text.At, on, whose, known, reason);
    }
}
