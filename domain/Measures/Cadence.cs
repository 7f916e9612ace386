using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>
/// Something happens at least so often: once in every calendar <see cref="Period"/>, or never more than <see cref="Rolling"/> and
/// the <see cref="Grace"/> between one and the next. Exactly one of the two is given.
/// </summary>
/// <param name="Activities">The kinds of activity of which any one counts, in lower case; empty where every kind does.</param>
public sealed record Cadence(ImmutableArray<string> Activities) : IPromise
{
    public Every? Period { get; init; }

    public CalendarSpan? Rolling { get; init; }

    public CalendarSpan Grace { get; init; } = new(0, SpanUnit.Days);

    /// <summary>The rung that an activity must have reached to count.</summary>
    public Rung Evidence { get; init; } = Rung.Held;

    /// <summary>The parties who must all have been there, each one of <see cref="Attendance.Parties"/>.</summary>
    public ImmutableArray<string> AttendedByAll { get; init; } = [];

    /// <summary>The parties of whom nobody may have been there.</summary>
    public ImmutableArray<string> AttendedByNone { get; init; } = [];

    /// <summary>
    /// A role, in lower case: somebody who had it for the account that day must have been there, of a team role everybody; or the person's
    /// <see cref="PeopleLead"/>, or their <see cref="Lead"/>.
    /// </summary>
    public string? OfRole { get; init; }

    /// <summary>Whether it is about a person: an activity that says whom it is about counts for nobody else, whoever takes part.</summary>
    public bool AboutPerson { get; init; }

    /// <summary>Whether it is late from the subject's start on, as long as it never happened.</summary>
    public bool NeverIsBreached { get; init; }

    /// <summary>What the subject's own record says of itself, in place of activities.</summary>
    public Trace? Trace { get; init; }

    /// <summary>Whether a period in which the person was there on fewer than 5 working days does not count.</summary>
    public bool PausedByLeave { get; init; }

    /// <summary>Who looks after a person's development, as people.csv names them: no role of roles.csv.</summary>
    public const string PeopleLead = "people lead";

    /// <summary>An account lead or the people lead, whoever of them is not the person; whoever is account lead that day needs the people lead.</summary>
    public const string Lead = "lead";

    internal bool IsOfTeam => Phrases.IsTeam(OfRole);

    /// <summary>The role of roles.csv that it is of; null where it is of none.</summary>
    internal string? RoleHeld => OfRole is PeopleLead or Lead ? null : OfRole;

    public ImmutableArray<Need> Needs => Trace is { } trace ? trace.Needs :
    [
        new(Sources.Activities, ["kind", "held_on", "account_id", "evidence", .. Parties, .. AboutPerson ? ImmutableArray.Create("person_id") : []]) { Kinds = Activities, Or = Sources.Calendars },
        .. OfRole switch
        {
            null => ImmutableArray<Need>.Empty,
            PeopleLead => [new(Sources.People, "people_lead_id")],
            Lead => [new(Sources.People, "people_lead_id"), .. Leads.Needs],
            _ => RoleNeeds.Of(OfRole),
        },
        .. AttendedByAll.Concat(AttendedByNone).Any(Attendance.IsStakeholder) ? ImmutableArray.Create(new Need(Sources.Contacts, "account_id", "stakeholder_role")) : [],
        .. PausedByLeave ? ImmutableArray.Create(new Need(Sources.People, "started_on", "ended_on"), new Need(Sources.Absences, "person_id", "from", "to", "decided_on")) : [],
    ];

    /// <summary>The column of those who took part, where it matters who they are: without it, anybody may have been there.</summary>
    private string[] Parties => AsksWho ? ["participants"] : [];

    internal bool AsksWho => !AttendedByAll.IsEmpty || !AttendedByNone.IsEmpty || OfRole is not null;

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        if (Rolling is not { } rolling)
            return PeriodCadence.Judge(this, measure, subject, view);
        return subject.IsActiveOn(view.Today) ? [RollingCadence.Judge(this, rolling, measure, subject, view)] : [];
    }

    // Its words are put together once, and not for each of its findings.
    private static readonly ConditionalWeakTable<Cadence, CadenceBasis> Alike = [];

    private ActivityWords Words { get; } = ActivityWords.Of(Activities);

    internal bool Counts(string kind) => Activities.IsEmpty || Activities.Contains(kind);

    /// <summary>What every finding of it says alike; each adds its own days.</summary>
    internal CadenceBasis BasisOf(Case subject)
    {
        CadenceBasis alike = Alike.GetValue(this, c => new(c.Trace?.Noun ?? c.Words.Noun, c.Party, $"every {c.Terms}")
        {
            ToDo = c.Trace?.Remedy ?? c.Recorded(c.AboutPerson ? c.Words.PersonalOrder : c.Words.Order ?? $"hold {c.Words.Noun.WithArticle()}"), IsHeld = c.Trace is null && c.Words.Order is null,
        });
        return subject.Contacts is { } sought && Trace is null ? alike with { ToDo = Recorded(Meet(sought, subject)), IsHeld = false } : alike;
    }

    public string InWords => $"{(Trace?.Noun ?? Words.Noun).WithArticle()}{Party} every {Terms}{(NeverIsBreached ? "; never done is breached" : "")}{(PausedByLeave ? "; leave pauses it" : "")}";

    private static string Meet(ImmutableArray<string> sought, Case subject) =>
        sought.IsEmpty ? $"name the customer's {subject.Role} in contacts.csv, and meet" : $"meet {Phrases.Any([.. sought.Select(id => $"{id} ({subject.Role})")])}";

    private string Recorded(string order) => $"{order}{Party}, and record it";

    /// <summary>Who takes part in a meeting is present, who has a part in a plan is named.</summary>
    private string Party
    {
        get
        {
            string there = Words.Order is null ? "present" : "named";
            return (AttendedByAll.IsEmpty ? "" : $" with {string.Join(" and ", AttendedByAll.Select(Attendance.Called))} {there}")
                + (AttendedByNone.IsEmpty ? "" : $" {string.Join(" and ", AttendedByNone.Select(Attendance.Without))}")
                + OfRole switch
                {
                    null => "",
                    PeopleLead => " with the people lead",
                    Lead => " with the account lead or the people lead",
                    _ when IsOfTeam => $" with the whole {OfRole} team {there}",
                    _ => $" with the {OfRole} {there}",
                };
        }
    }

    private string Terms => Rolling is { } rolling
        ? Grace.Count == 0 ? $"{rolling}" : $"{rolling}, with {Grace} of grace"
        : Period switch { Every.HalfYear => "half-year", { } period => period.ToString().ToLowerInvariant(), null => "" };
}
