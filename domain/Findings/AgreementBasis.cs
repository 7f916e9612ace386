using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What an Agreement compared: each field as each system says it.</summary>
/// <param name="Systems">The systems, upper case, as people write them.</param>
public sealed record AgreementBasis(ImmutableArray<string> Systems, ImmutableArray<Compared> Seen) : IBasis
{
    public string Sentence(Finding finding) => finding.Verdict == Verdict.Met
        ? $"stands alike in {Listed}."
        : $"{Spelt(finding.Reason ?? "")} ({string.Join(", ", Seen.Select(Each))}).";

    private string Listed => string.Join(" and ", [.. Systems.Length > 2 ? [string.Join(", ", Systems[..^1])] : Systems[..^1], Systems[^1]]);

    private string Each(Compared value) => Spelt($"{value.Name} ") + (value.Text is { Length: 0 } ? "blank" : value.Text ?? value.Money?.ToString());

    /// <summary>Names of systems as people write them.</summary>
    private string Spelt(string text) => Systems.Aggregate(text, (so, system) => so.Replace(system.ToLowerInvariant(), system, StringComparison.Ordinal));

    public IEnumerable<Compared> Values(Finding finding) => Seen;

    public string? Remedy(Finding finding) => finding.Verdict == Verdict.Breached ? $"make {Listed} say the same" : null;

    public FailingRows Rows(Finding finding) =>
        finding.Verdict == Verdict.Breached ? FailingRows.Of([(finding.Subject, AtStake(finding))]) : FailingRows.None;

    public Money? AtStake(Finding finding) => finding.Case.Records.Select(r => r.Value).FirstOrDefault(v => v is not null);
}
