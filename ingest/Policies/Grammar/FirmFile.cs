using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary><c>firm.yaml</c>: the zone and region of the firm and what else it reckons by.</summary>
internal static class FirmFile
{
    public const string Name = "firm.yaml";

    private static readonly Shape Shape = new(Name, ["zone", "region"],
        ["closures", "financial year from", "look back", "watch from", "career levels", "stage map", "lead level", "may be empty", "words", "operations", "source owners"]);

    private static readonly ImmutableArray<string> Importances = ["strategic", "key", "standard"];

    private static readonly ImmutableArray<string> Sources = [.. Domain.Facts.Sources.PlainFiles];

    private static readonly ImmutableArray<string> DefaultLevels = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

    /// <summary>Null where it has a fault.</summary>
    public static Firm? Read(string text, FaultList faults)
    {
        return LineCheck.Passes(text, faults) && YamlTree.Read(text, faults) is { } root ? Read(root, faults) : null;
    }

    /// <summary>Null where there is a fault.</summary>
    public static Firm? Read(Node root, FaultList faults)
    {
        if (Fields.Of(root, Shape, faults) is not { } fields)
            return null;
        string? zone = Zone(fields);
        string? region = fields.Choice("region", [.. Regions.Names]);
        var firm = new Firm(zone ?? "", Regions.Parse(region ?? "") ?? default)
        {
            Closures = Closures(fields),
            FinancialYearFrom = Month(fields) ?? 1,
            LookBackMonths = LookBack(fields) ?? Policy.DefaultLookBackMonths,
            WatchFrom = fields.Date("watch from"),
            CareerLevels = fields["career levels"] is null ? DefaultLevels : [.. fields.Texts("career levels").Select(t => t.Value)],
            Stages = Stages(fields),
            MayBeEmpty = MayBeEmpty(fields),
            Operations = fields.Text("operations")?.Value,
            SourceOwners = SourceOwners(fields),
            OwnWords = Pairs.Read(fields, "words").ToImmutableDictionary(p => p.Key.Value.ToLowerInvariant(), p => p.Value.Value.ToLowerInvariant()),
        };
        firm = firm with { LeadLevels = LeadLevels(fields, firm.CareerLevels) };
        return faults.IsEmpty ? firm : null;
    }

    private static string? Zone(Fields fields)
    {
        if (fields.Text("zone") is not { } text)
            return null;
        IReadOnlyCollection<string> known = DateTimeZoneProviders.Tzdb.Ids;
        if (known.Contains(text.Value))
            return text.Value;
        fields.Faults.Add(text.At, $"{Quote.Of(text.Value)} is no zone of the tz database", Nearest.To(text.Value, known));
        return null;
    }

    private static ImmutableArray<LocalDate> Closures(Fields fields)
    {
        if (fields["closures"] is not { } node)
            return [];
        return [.. DateText.ReadAll(Lists.Texts(node, "closures", fields.Faults, mayBeEmpty: true), fields.Faults).Select(d => d.Day)];
    }

    private static int? Month(Fields fields)
    {
        if (fields.Text("financial year from") is not { } text)
            return null;
        if (NumberText.Whole(text.Value) is >= 1 and <= 12 and var number)
            return number;
        return Choices.Read(text, "financial year from", MonthNames.All, fields.Faults) is { } name ? MonthNames.All.IndexOf(name) + 1 : null;
    }

    private static int? LookBack(Fields fields)
    {
        if (fields.Span("look back") is not { } span)
            return null;
        if (span.Unit != SpanUnit.Months)
            fields.Refuse("look back", "'look back' counts in months");
        return span.Count;
    }

    /// <summary>The career level that each importance of an account asks of its lead.</summary>
    private static ImmutableDictionary<string, string> LeadLevels(Fields fields, ImmutableArray<string> levels)
    {
        var asked = ImmutableDictionary.CreateBuilder<string, string>();
        foreach ((Text importance, Text level) in Pairs.Read(fields, "lead level"))
            if (Choices.Read(importance, "lead level", Importances, fields.Faults) is { } known && Choices.Read(level, "career levels", levels, fields.Faults) is { } reached)
                asked[known] = reached;
        return asked.ToImmutable();
    }

    private static ImmutableHashSet<string> MayBeEmpty(Fields fields)
    {
        if (fields["may be empty"] is not { } node)
            return [];
        return [.. Lists.Texts(node, "may be empty", fields.Faults, mayBeEmpty: true).Select(t => Choices.Read(t, "may be empty", Sources, fields.Faults)).OfType<string>()];
    }

    private static ImmutableDictionary<string, string> SourceOwners(Fields fields)
    {
        var owners = ImmutableDictionary.CreateBuilder<string, string>();
        foreach ((Text source, Text owner) in Pairs.Read(fields, "source owners"))
            if (Choices.Read(source, "source owners", [.. Sources, Domain.Facts.Sources.Calendars], fields.Faults) is { } known)
                owners[known] = owner.Value;
        return owners.ToImmutable();
    }

    private static ImmutableDictionary<string, string> Stages(Fields fields) =>
        Pairs.Read(fields, "stage map").ToImmutableDictionary(p => p.Key.Value, p => p.Value.Value, StringComparer.OrdinalIgnoreCase);
}
