using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What one system says of a thing, field by field.</summary>
/// <param name="System">In lower case.</param>
public sealed record Story(string System, ImmutableArray<Compared> Fields)
{
    /// <summary>When the system last heard something new of it.</summary>
    public LocalDate? UpdatedOn { get; init; }
}

/// <summary>What an Agreement compared: each field as each system says it.</summary>
/// <param name="Systems">All that should tell the story, in lower case.</param>
/// <param name="Told">What those that do say, in the same order.</param>
public sealed record AgreementBasis(ImmutableArray<string> Systems, ImmutableArray<Story> Told) : IBasis
{
    /// <summary>The role that they should name the same people for; null where it is about a thing.</summary>
    public string? Role { get; init; }

    /// <summary>What to change where, each as an order.</summary>
    public ImmutableArray<string> Mends { get; init; } = [];

    /// <summary>The latest day on which any system changed; null if one of them gives no such day.</summary>
    public LocalDate? Since { get; init; }

    public bool IsSinceAtLeast => true;

    public string Sentence(Finding finding) => finding.Verdict == Verdict.Met
        ? $"stands alike in {Phrases.And(Systems.Select(Phrases.TheSystem))}."
        : $"{Spelt(finding.Reason ?? "")}{(Told.IsEmpty ? "" : $" ({string.Join("; ", Told.Select(Each))})")}{(Since is { } since ? $", at least since {since.InWords()}" : "")}.";

    private string Each(Story story) => $"{Phrases.SystemName(story.System)}: {string.Join(", ", story.Fields.Select(f => Role is null ? $"{f.Name} {Value(f)}" : Value(f)))}{(story.UpdatedOn is { } on ? $", updated on {on.InWords()}" : "")}";

    private static string Value(Compared field) => field.Text is { Length: 0 } ? "blank" : field.InWords;

    /// <summary>Systems and roles as people write them.</summary>
    private string Spelt(string reason)
    {
        const string MissingIn = "missing in ";
        string listed = reason.StartsWith(MissingIn, StringComparison.Ordinal) ? MissingIn + Phrases.And(reason[MissingIn.Length..].Split(", ")) : reason;
        string text = Systems.Aggregate(listed, (so, system) => so.Replace(system, Phrases.TheSystem(system), StringComparison.Ordinal));
        return Role is null ? text : text.Replace("holder", $"the {Role}", StringComparison.Ordinal).Replace("missing", $"no {Role}", StringComparison.Ordinal);
    }

    public IEnumerable<Compared> Values(Finding finding) => Told.SelectMany(story =>
        story.Fields.Select(f => f with { Name = $"{story.System} {f.Name}" }).Concat(story.UpdatedOn is { } on ? [new Compared($"{story.System} updated on", Day: on)] : []));

    public string? Remedy(Finding finding) => finding.Verdict == Verdict.Breached ? Phrases.And(Mends) : null;

    public FailingRows Rows(Finding finding) =>
        finding.Verdict == Verdict.Breached ? FailingRows.Of([(finding.Subject, AtStake(finding))]) : FailingRows.None;

    public Money? AtStake(Finding finding) => finding.Case.Records.Select(r => r.Value).FirstOrDefault(v => v is not null);
}
