using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>
/// People who come to an account and go from it: each stretch of days that a person's assignments cover, where the day is known on which
/// it begins, or ends; until the stretch ended before the look-back.
/// </summary>
public static class Movements
{
    public static Population Joining { get; } = PeopleOnAccount.Word with { Name = "person joining an account", Of = view => Of(view, spell => spell.From is not null) };

    /// <summary>An end that stands for never is none.</summary>
    public static Population Leaving { get; } = PeopleOnAccount.Word with { Name = "person leaving an account", Of = view => Of(view, spell => spell.To < LocalDate.MaxIsoValue) };

    private static IEnumerable<Case> Of(AccountView view, Func<(LocalDate? From, LocalDate? To), bool> isMeant) =>
        from person in PeopleOnAccount.Word.Of(view)
        from spell in person.Active
        where isMeant(spell) && !(spell.To < view.Today.PlusMonths(-view.Firm.Policy.LookBackMonths))
        select person with { Spell = spell, Began = spell.From };
}
