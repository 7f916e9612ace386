using System.Collections.Immutable;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>What a measure is <c>caused by</c>: another of the same file, where both are deadlines and none is behind itself.</summary>
internal static class CauseTerms
{
    public const string Key = "caused by";

    private const string Deadline = "deadline";

    public static void Check(ImmutableArray<Node> items, FaultList faults)
    {
        Mapping[] measures = [.. items.OfType<Mapping>()];
        Dictionary<string, Mapping> byId = measures.Where(m => Of(m, "id") is not null).DistinctBy(m => Of(m, "id")?.Value).ToDictionary(m => Of(m, "id")?.Value ?? "");
        foreach (Mapping measure in measures)
            if (Of(measure, Key) is { } cause)
                Check(measure, cause, byId, faults);
    }

    private static void Check(Mapping measure, Text cause, Dictionary<string, Mapping> byId, FaultList faults)
    {
        if (!byId.TryGetValue(cause.Value, out Mapping? named))
            faults.Add(cause.At, $"there is no measure {Quote.Of(cause.Value)}", Nearest.To(cause.Value, byId.Keys));
        else if (!Has(measure, Deadline) || !Has(named, Deadline))
            faults.Add(cause.At, $"{Quote.Of(Key)} stands between two deadlines: only what is due can wait for what is due");
        else if (IsBehindItself(measure, byId))
            faults.Add(cause.At, $"{Quote.Of(Of(measure, "id")?.Value ?? "")} would be caused by itself");
    }

    private static bool IsBehindItself(Mapping measure, Dictionary<string, Mapping> byId)
    {
        HashSet<string> seen = [];
        for (Text? cause = Of(measure, Key); cause is not null && seen.Add(cause.Value) && byId.TryGetValue(cause.Value, out Mapping? next); cause = Of(next, Key))
            if (next == measure)
                return true;
        return false;
    }

    private static bool Has(Mapping measure, string key) => measure.Entries.Any(e => e.Key.Value == key);

    private static Text? Of(Mapping measure, string key) => measure.Entries.FirstOrDefault(e => e.Key.Value == key)?.Value as Text;
}
