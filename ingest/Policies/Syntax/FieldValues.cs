using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Time;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>
/// The values of a part of a policy as what they should be. Each is null where its key is not there, and null with a fault where it
/// is not what it should be.
/// </summary>
internal static class FieldValues
{
    public static Text? Text(this Fields fields, string key) => fields[key] is { } node ? node.AsText(fields.Faults) : null;

    /// <summary>Words that facts are compared with are in lower case.</summary>
    public static string? Lower(this Fields fields, string key) => fields.Text(key)?.Value.ToLowerInvariant();

    /// <summary>The text of a key that only some shapes have.</summary>
    public static string? IfIn(this Fields fields, Shape shape, string key) => shape.Keys.Contains(key) ? fields.Text(key)?.Value : null;

    public static string? Choice(this Fields fields, string key, params ImmutableArray<string> choices) =>
        fields.Text(key) is { } text ? Choices.Read(text, key, choices, fields.Faults) : null;

    public static T? Word<T>(this Fields fields, string key, string kind, ImmutableArray<T> words, Func<T, string> name) where T : class =>
        fields.Text(key) is { } text ? Choices.Word(text, kind, words, name, fields.Faults) : null;

    public static CalendarSpan? Span(this Fields fields, string key, int least = 1) =>
        fields.Text(key) is { } text ? SpanText.Read(text, least, fields.Faults) : null;

    public static decimal? Number(this Fields fields, string key) =>
        fields.Text(key) is { } text ? NumberText.Read(text, fields.Faults) : null;

    public static decimal? Percent(this Fields fields, string key) =>
        fields.Text(key) is { } text ? NumberText.Percent(text, fields.Faults) : null;

    public static LocalDate? Date(this Fields fields, string key) =>
        fields.Text(key) is { } text ? DateText.Read(text, fields.Faults) : null;

    /// <summary>The texts of a list, each of them once whatever its case; empty where the key is not there.</summary>
    public static ImmutableArray<Text> Texts(this Fields fields, string key) =>
        fields[key] is { } node ? Lists.Texts(node, key, fields.Faults) : [];

    /// <summary>The keys and values under a key.</summary>
    public static Fields? Part(this Fields fields, string key, Shape shape) =>
        fields[key] is { } node ? Fields.Of(node, shape, fields.Faults) : null;

    public static Text? AsText(this Node node, FaultList faults)
    {
        if (node is Text { Value.Length: > 0 } text)
            return text;
        faults.Add(node.At, $"expected text, not {node.Kind}");
        return null;
    }
}
