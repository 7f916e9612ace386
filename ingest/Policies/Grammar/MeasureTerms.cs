using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>One measure: what it is called, whom it is about, its promise, and how loudly it speaks.</summary>
internal static class MeasureTerms
{
    private static readonly Shape Shape = new("a measure", ["id", "title", "for each"],
        ["where", "deadline", "cadence", "threshold", "coverage", "agreement", "warn", "severity", "alert per", "alert on old", "stale after", "promised from", "caused by", "roll up", "source", "terms", "overrides"]);

    /// <summary>Null where it has a fault.</summary>
    public static Measure? Read(Node node, Words words, FaultList faults)
    {
        if (Fields.Of(node, Shape, faults) is not { } fields)
            return null;
        string? id = MeasureNames.Id(fields.Text("id"), faults);
        string? title = MeasureNames.Title(fields.Text("title"), faults);
        Population? forEach = fields.Word("for each", "population", words.Populations, p => p.Name);
        words = words with { ForEach = forEach };
        ImmutableArray<IChoice> where = WhereTerms.Read(fields, words);
        IPromise? promise = Promise(fields, words);
        CalendarSpan? warn = fields.Span("warn");
        CalendarSpan? stale = fields.Span("stale after");
        LocalDate? from = fields.Date("promised from");
        string? severity = fields.Choice("severity", "low", "medium", "high", "critical");
        string? alertPer = fields.Choice("alert per", "subject", "occasion", "account");
        string? onOld = fields.Choice("alert on old", "yes", "no");
        string? rollUp = RollUp(fields, forEach);
        string? source = fields.Text("source")?.Value;
        string? cause = fields.Text(CauseTerms.Key)?.Value;
        Measure? measure = id is null || title is null || forEach is null || promise is null ? null : new(id, title, IChoice.Narrow(forEach, where), promise)
        {
            Warn = warn,
            Severity = SeverityOf(severity),
            AlertPer = AlertPerOf(alertPer),
            AlertOnOld = onOld == "yes",
            RollUp = rollUp,
            Source = source,
            CausedBy = cause,
            StaleAfter = stale,
            PromisedFrom = from,
        };
        return OtherTerms.Read(fields, words, measure);
    }

    private static string? RollUp(Fields fields, Population? forEach)
    {
        if (forEach is { KeysFrom: not Sources.Invoices })
            fields.Refuse("roll up", $"'roll up' does not go with {Quote.Of(forEach.Name)}; it goes with 'invoice'");
        return fields.Choice("roll up", "ageing");
    }

    private static IPromise? Promise(Fields fields, Words words)
    {
        string? kind = PromiseTerms.Kind(fields);
        if (kind is null || fields[kind] is not { } terms)
            return null;
        if (!PromiseTerms.IsDue(kind))
            fields.Refuse("warn", $"'warn' beside {Quote.Of(kind)}: only what has a due day gives a warning");
        return PromiseTerms.Read(kind, terms, words, fields.Faults);
    }

    private static Severity SeverityOf(string? text) => text switch
    {
        "low" => Severity.Low,
        "high" => Severity.High,
        "critical" => Severity.Critical,
        _ => Severity.Medium,
    };

    private static AlertPer? AlertPerOf(string? text) => text switch
    {
        "subject" => AlertPer.Subject,
        "occasion" => AlertPer.Occasion,
        "account" => AlertPer.Account,
        _ => null,
    };
}
