using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>
/// Words of files that measures name: kinds of activity and of document, roles. A firm may have its own, which are known to the files by
/// being named; one that is nearly a known one is taken for a slip.
/// </summary>
internal static class FileWords
{
    public static ImmutableArray<string> Activities(ImmutableArray<Text> texts, Words words, FaultList faults) =>
        [.. texts.Select(t => Read(t, "activity", KnownWords.Common.ByKind[WordKind.Activity].Concat(words.MeetingKinds).Concat(words.Traces.Select(t => t.Name)), faults))];

    public static ImmutableArray<string> Documents(ImmutableArray<Text> texts, FaultList faults) =>
        [.. texts.Select(t => Read(t, "document", KnownWords.Common.ByKind[WordKind.Document], faults))];

    /// <param name="others">Who is no role of roles.csv and may be named all the same.</param>
    public static ImmutableArray<string> Roles(ImmutableArray<Text> texts, FaultList faults, params string[] others) =>
        [.. texts.Select(t => Read(t, "role", KnownWords.Common.ByKind[WordKind.Role].Concat(others), faults))];

    /// <summary>Systems are those that files may name, and no others. null with a fault.</summary>
    public static string? System(Text text, FaultList faults) =>
        Choices.Read(text with { Value = text.Value.ToLowerInvariant() }, "in", [.. KnownWords.Common.ByKind[WordKind.System].OrderDescending(StringComparer.Ordinal)], faults);

    /// <summary>In lower case; what was probably meant, with a fault, where it is nearly that.</summary>
    private static string Read(Text text, string what, IEnumerable<string> known, FaultList faults)
    {
        string kind = text.Value.ToLowerInvariant();
        string[] all = [.. known.Order(StringComparer.Ordinal)];
        if (all.Contains(kind) || Nearest.To(kind, all) is not { } meant || !IsNear(kind.Split(' '), meant.Split(' ')))
            return kind;
        faults.Add(text.At, $"unknown {what} {Quote.Of(text.Value)}", meant);
        return meant;
    }

    /// <summary>Word by word: a desk review is no risk review that was misspelt.</summary>
    private static bool IsNear(string[] written, string[] meant) =>
        written.Length != meant.Length || written.Zip(meant).All(w => w.First == w.Second || Nearest.To(w.First, [w.Second]) is not null);
}
