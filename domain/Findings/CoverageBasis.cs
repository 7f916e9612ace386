using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>What a Coverage compared: each role with the people who hold it on the day judged, by id.</summary>
/// <param name="Promised">How many of each: at least so many, or, with <paramref name="Exactly"/>, neither more nor fewer.</param>
public sealed record CoverageBasis(int Promised, bool Exactly, ImmutableArray<(string Role, ImmutableArray<PersonId> Holders)> Held) : IBasis
{
    /// <summary>The level that each of them must have reached: <c>career level 8</c>; null where none is asked.</summary>
    public string? Level { get; init; }

    /// <summary>Those whose level is too low.</summary>
    public ImmutableArray<PersonId> Below { get; init; } = [];

    /// <summary>By role: since when nobody holds it, or one too many does, where that is known.</summary>
    public ImmutableSortedDictionary<string, LocalDate> BrokenSince { get; init; } = ImmutableSortedDictionary<string, LocalDate>.Empty;

    /// <summary>The roles that nobody holds, and of which the files name nobody who ever did.</summary>
    public ImmutableArray<string> NeverHeld { get; init; } = [];

    public LocalDate? Since => !BrokenSince.IsEmpty && Held.Count(h => h.Holders.Length < Promised || (Exactly && h.Holders.Length > Promised)) == BrokenSince.Count ? BrokenSince.Values.Min() : null;

    private string Terms => $"{(Exactly ? "exactly" : "at least")} {Promised}{(Held.Length == 1 ? "" : " of each")}{(Level is null ? "" : $", each at {Level} or above")}";

    public string Sentence(Finding finding) =>
        $"{string.Join("; ", Held.Select(h => $"{Names(h.Holders)} {Phrases.OfRole(h.Role)}{SinceWhen(h.Role, finding.Case)}"))}{(Below.IsEmpty ? "" : $"; {Names(Below)} below {Level}")}; promised is {Terms}.";

    private string SinceWhen(string role, Case of) => BrokenSince.TryGetValue(role, out LocalDate since) ? $" (since {since.InWords()})"
        : !NeverHeld.Contains(role) ? "" : of.Item?.On(ItemDay.Anchor) is { } raised ? $" (raised on {raised.InWords()})" : " (no earlier one is named)";

    private static string Names(ImmutableArray<PersonId> people) =>
        people.Length switch { 0 => "nobody is", 1 => $"{people[0]} is", _ => $"{Phrases.And([.. people.Select(p => p.Value)])} are" };

    public IEnumerable<Compared> Values(Finding finding) =>
        Held.Select(h => new Compared(h.Role, Text: string.Join(", ", h.Holders)));

    /// <summary>Who is to come in, role by role, and who is one too many.</summary>
    public string? Remedy(Finding finding) => finding.Verdict == Verdict.Breached
        ? Phrases.And(Replace().Concat(Assign(finding.Case)).Concat(Held.Where(h => Exactly && h.Holders.Length > Promised).Select(h => End(h.Role, h.Holders, finding.Case)))) : null;

    private IEnumerable<string> Replace() =>
        Below.IsEmpty ? [] : [$"assign somebody at {Level} or above as {Phrases.Or(Held.Where(h => h.Holders.Any(Below.Contains)).Select(h => h.Role))} in place of {Phrases.And(Below.Select(p => p.Value))}"];

    private IEnumerable<string> Assign(Case to) =>
        from wanting in Held.Where(h => h.Holders.Length < Promised).GroupBy(h => Promised - h.Holders.Length, h => h.Role)
        let who = wanting.Key == 1 ? "somebody" : $"{wanting.Key} more people"
        let teams = wanting.Where(Phrases.IsTeam).ToArray()
        select $"assign {who}{(Level is null ? "" : $" at {Level} or above")} {(teams.Length == 0 ? $"as {Phrases.And(wanting)} to" : $"to the {Phrases.And(wanting.Except(teams).Concat(teams.Select(t => $"{t} team")))} of")} {to.RowId}";

    private string End(string role, ImmutableArray<PersonId> holders, Case of) =>
        $"end {holders.Length - Promised} of the {holders.Length} assignments as {role} of {of.RowId} ({Phrases.Any([.. holders.Select(h => h.Value)], "and")})";

    public FailingRows Rows(Finding finding) =>
        finding.Verdict == Verdict.Breached ? FailingRows.Of([(finding.Subject, null)]) : FailingRows.None;

    public Money? AtStake(Finding finding) => null;
}
