using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary><c>holidays/{region}.json</c>: the bank holidays of a region, and the years in which it has them all.</summary>
internal static class HolidayFile
{
    private static readonly Shape Shape = new("a holiday file", ["region", "years", "days"], []);

    public static string NameOf(Region region) => $"holidays/{region.Name()}.json";

    /// <summary>Null where it has a fault.</summary>
    public static HolidayCalendar? Read(string text, Region region, FaultList faults)
    {
        if (JsonTree.Read(text, faults) is not { } root || Fields.Of(root, Shape, faults) is not { } fields)
            return null;
        if (fields.Text("region") is { } named && named.Value != region.Name())
            faults.Add(named.At, $"the region {Quote.Of(named.Value)} in the file of {Quote.Of(region.Name())}");
        (int First, int Last)? years = Years(fields);
        ImmutableArray<(LocalDate Day, Place At)> days = DateText.ReadAll(fields.Texts("days"), faults);
        if (years is not { } known)
            return null;
        foreach ((LocalDate day, Place at) in days.Where(d => d.Day.Year < known.First || d.Day.Year > known.Last))
            faults.Add(at, $"{day:uuuu-MM-dd} lies outside the years {known.First} to {known.Last}");
        RefuseBareYears(fields, known, days);
        return faults.IsEmpty ? new($"{region.Name()} {known.First}-{known.Last}", known.First, known.Last, days.Select(d => d.Day)) : null;
    }

    private static (int, int)? Years(Fields fields)
    {
        if (fields["years"] is Sequence { Items: [Text from, Text to] } && NumberText.Whole(from.Value) is { } first && NumberText.Whole(to.Value) is { } last
            && DateText.IsInReach(first) && DateText.IsInReach(last) && first <= last)
            return (first, last);
        if (fields["years"] is { } node)
            fields.Faults.Add(node.At, "'years' is the first and the last year, as [2019, 2028]");
        return null;
    }

    /// <summary>A year without a single holiday has been announced and not filled in: every due day in it would be wrong.</summary>
    private static void RefuseBareYears(Fields fields, (int First, int Last) years, IEnumerable<(LocalDate Day, Place At)> days)
    {
        HashSet<int> filled = [.. days.Select(d => d.Day.Year)];
        foreach (int year in Enumerable.Range(years.First, years.Last - years.First + 1).Where(y => !filled.Contains(y)))
            fields.Refuse("years", $"the year {year} has no holiday");
    }
}
