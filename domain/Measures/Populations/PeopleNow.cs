using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Each person who is assigned to the account or to an engagement of it on the day judged, since the person last joined.</summary>
public static class PeopleNow
{
    public static Population Word { get; } = PeopleOnAccount.Word with { Name = "person now on an account", Of = Of };

    private static IEnumerable<Case> Of(AccountView view)
    {
        foreach (Case person in PeopleOnAccount.Word.Of(view))
            foreach ((LocalDate? From, LocalDate? To) spell in person.Active)
                if (!(spell.From > view.Today) && !(spell.To < view.Today))
                    yield return person with { Active = [spell], Spell = spell };
    }
}
