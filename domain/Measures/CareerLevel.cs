using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>A career level that everybody with a role must have reached, in the order of the firm's career levels.</summary>
/// <param name="AtLeast">The level, or <see cref="OfTheLead"/> for what the firm asks of a lead by the account's importance.</param>
public sealed record CareerLevel(string AtLeast)
{
    /// <summary>The attribute of a person that it is about.</summary>
    public const string Attribute = "career level";

    /// <summary>The firm's own table of levels by importance.</summary>
    public const string OfTheLead = "lead level";

    internal string InWords => AtLeast == OfTheLead ? " at the career level that firm.yaml asks of a lead, or above" : $" at {Attribute} {AtLeast} or above";

    internal ImmutableArray<Need> Needs =>
        [new(Sources.People, "career_level"), .. AtLeast == OfTheLead ? ImmutableArray.Create(new Need(Sources.Accounts, "importance")) : []];

    /// <summary>Null where the firm asks for none.</summary>
    internal string? Required(AccountView view) =>
        AtLeast != OfTheLead ? AtLeast : view.Account.Importance is { } importance ? view.Firm.Policy.LeadLevels.GetValueOrDefault(importance) : null;

    /// <summary>Those of the people whose level is known and too low.</summary>
    internal static ImmutableArray<PersonId> Below(ImmutableArray<PersonId> people, string required, AccountView view) =>
        people.RemoveAll(p => Rank(p, view) is not { } rank || rank >= view.Firm.Policy.CareerLevels.IndexOf(required));

    /// <summary>Why it cannot be told how high somebody of these is.</summary>
    internal static Trouble? Doubt(IEnumerable<PersonId> people, AccountView view)
    {
        foreach (PersonId person in people)
            if (Rank(person, view) is null)
                return new(Reasons.FigureIncomplete, $"the career level of {person} is not known, or not among those of firm.yaml") { Remedy = $"give the career level of {person} in {Sources.People}" };
        return null;
    }

    /// <summary>What to say where no level is required: nothing, or that it cannot be told.</summary>
    internal Finding NotAsked(Measure measure, Case subject, AccountView view) => view.Account.Importance is null && view.OfRows(Needs, subject) is { } trouble
        ? view.Unknown(measure, subject, "", NothingCompared.Instance, null, trouble)
        : view.Finding(measure, subject, "", Verdict.NotApplicable, NothingCompared.Instance, null) with { Detail = "firm.yaml asks for no career level for an account of this importance" };

    private static int? Rank(PersonId person, AccountView view) =>
        view.Firm.Person(person)?.CareerLevel is { } level && view.Firm.Policy.CareerLevels.IndexOf(level) is >= 0 and var rank ? rank : null;
}
