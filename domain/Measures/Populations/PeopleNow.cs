using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Each person who is assigned to the account or to an engagement of it on the day judged, since the person last joined.</summary>
public static class PeopleNow
{
    public static Population Word { get; } = PeopleOnAccount.Word with { Name = "person now on an account", Of = Of, Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each person with a stay on the account that includes the day judged.",
        "What is asked of the person counts from the first day of that stay.")
    {
        With = ["stays", "on an account"],
        Example = """
            - id: roll-off-planned
              title: Each person on an account has a roll-off plan within 12 months of joining it
              for each: person now on an account
              deadline: { done: roll-off plan made, within: 12 months, after: its start }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view) => PeopleOnAccount.WithRefused(view,
        from person in PeopleOnAccount.Word.Of(view)
        from spell in person.Active
        where !(spell.From > view.Today) && !(spell.To < view.Today)
        select person with { Active = [spell], Spell = spell, Began = spell.From });
}
