using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>What a firm promises, and how it reckons: <c>measures.yaml</c> and <c>firm.yaml</c>, checked.</summary>
/// <param name="Hash">SHA-256 over the content of the policy's files, as 64 lower-case hex digits.</param>
public sealed record Policy(ImmutableArray<Measure> Measures, FirmClock Clock, string Hash)
{
    /// <summary>By their ids all the measures that it was made with: what causes one is judged for it, even where a copy looks at that one alone.</summary>
    public IReadOnlyDictionary<string, Measure> ById { get; } = Measures.ToImmutableDictionary(m => m.Id);

    private readonly HashSet<string> _causes = [.. Measures.Select(m => m.CausedBy).OfType<string>()];

    public const int DefaultLookBackMonths = 12;

    /// <summary>Findings due before the day judged less so many months are produced only while they are open.</summary>
    public int LookBackMonths { get; init; } = DefaultLookBackMonths;

    /// <summary>Findings due before this day open no alert, but for standing conditions and measures that say <c>alert on old</c>.</summary>
    public LocalDate? WatchFrom { get; init; }

    /// <summary>CRM stages as the PSA calls them; keys are compared without case. A stage that is not named stands for itself.</summary>
    public IReadOnlyDictionary<string, string> Stages { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How meetings in calendars become activities.</summary>
    public ImmutableArray<Matcher> Meetings { get; init; } = [];

    /// <summary>The career level that a lead must have reached, by the importance of the account; an importance that is not named asks for none.</summary>
    public IReadOnlyDictionary<string, string> LeadLevels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Career levels, lowest first.</summary>
    public ImmutableArray<string> CareerLevels { get; init; } = [];

    /// <summary>The sources that may have a header and no row: such a file then says that there is nothing.</summary>
    public ImmutableHashSet<string> MayBeEmpty { get; init; } = [];

    /// <summary>The firm's own words and what each stands for, in lower case: one of ours, or <see cref="KnownWords.Ignored"/>.</summary>
    public ImmutableDictionary<string, string> OwnWords { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Who looks after what nobody else answers for: an id of the register, or a name of the firm's own; null where nobody does.</summary>
    public string? Operations { get; init; }

    /// <summary>Who answers for each source, where that is not <see cref="Operations"/>.</summary>
    public IReadOnlyDictionary<string, string> SourceOwners { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether the source can hold what is needed: calendars hold the kinds of meeting that the policy recognises in them, and no others.</summary>
    public bool MayHold(string source, Need need) =>
        source != Facts.Sources.Calendars || need.Kinds.IsEmpty || Meetings.Any(m => need.Kinds.Contains(m.Kind));

    /// <summary>Whether findings of other measures may wait for those of this one.</summary>
    internal bool IsCause(Measure measure) => _causes.Contains(measure.Id);

    /// <summary>The measures in an order in which what others wait for comes before them: so judged, none is judged twice for an account.</summary>
    public IEnumerable<Measure> CausesFirst => Measures.OrderBy(CausesBehind);

    private int CausesBehind(Measure measure) => measure.CausedBy is { } id && ById.TryGetValue(id, out Measure? cause) ? 1 + CausesBehind(cause) : 0;
}
