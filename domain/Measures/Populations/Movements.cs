using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>People who join an account and people who leave it (IW).</summary>
public static class Movements
{
    public static Population Joining { get; } = PeopleOnAccount.Word with { Name = "person joining an account", Of = view => Of(view, spell => spell.From is not null), Meaning = MeaningOfJoining };

    private static Meaning MeaningOfJoining => new(
        "Each stay of a person on the account whose first day is known.",
        "A stay that ended before the look-back is dropped, whether it was done or not.",
        "A stay that begins before the account's end is judged to its own due day.")
    {
        With = ["stays", "items of a stay", "begun before the end"],
        Example = """
            - id: onboarded-in-time
              title: Whoever joins an account has checks, clearance and equipment by the start
              for each: person joining an account
              deadline: { done: { all of: [checks done, clearance given, equipment ready] }, before: its start }
            """,
    };

    /// <summary>An end that stands for never is none.</summary>
    public static Population Leaving { get; } = PeopleOnAccount.Word with { Name = "person leaving an account", Of = view => Of(view, spell => spell.To < LocalDate.MaxIsoValue), Meaning = MeaningOfLeaving };

    private static Meaning MeaningOfLeaving => new(
        "Each stay of a person on the account whose last day is known; an end that stands for never is none.",
        "The stay ends with the person's employment, and with the account or engagement, even where its row stays open.",
        "A stay that ended before the look-back is dropped, whether it was done or not.")
    {
        With = ["stays", "items of a stay", "begun before the end"],
        Example = """
            - id: offboarded-in-time
              title: Whoever leaves an account is offboarded within 5 working days
              for each: person leaving an account
              deadline: { done: offboarding done, within: 5 working days, after: its end }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view, Func<(LocalDate? From, LocalDate? To), bool> isMeant) =>
        from person in PeopleOnAccount.Word.Of(view)
        from spell in person.Active
        where isMeant(spell) && !(spell.To < view.Today.PlusMonths(-view.Firm.Policy.LookBackMonths))
        select person with { Spell = spell, Began = spell.From };
}
