using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Each person who is assigned to the account or to an engagement of it on the day judged, since the person last joined.</summary>
public static class PeopleNow
{
    public static Population Word { get; } = PeopleOnAccount.Word with { Name = "person now on an account", Of = Of };

    private static IEnumerable<Case> Of(AccountView view) => PeopleOnAccount.WithRefused(view,
        from person in PeopleOnAccount.Word.Of(view)
        from spell in person.Active
        where !(spell.From > view.Today) && !(spell.To < view.Today)
        select person with { Active = [spell], Spell = spell, Began = spell.From });
}
