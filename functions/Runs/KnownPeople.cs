using Azure.Data.Tables;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Tables;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Runs;

/// <summary>
/// Who stands in <c>people</c>: everybody in people.csv, and all others who may own a finding or an alert. A person who has gone from
/// people.csv keeps the stored name.
/// </summary>
internal static class KnownPeople
{
    /// <param name="leads">Those who lead an account today.</param>
    public static IEnumerable<TableEntity> Rows(
        FirmView firm, IReadOnlySet<PersonId> leads, IReadOnlyDictionary<string, TableEntity> stored)
    {
        // Without roles.csv it is not known who leads: what is stored stays.
        bool knowsLeads = firm.Reading(Names.Roles).State == ReadingState.Read;
        yield return PersonRow.Nobody;
        foreach (PersonId id in firm.Snapshot.Register.People.Keys.Union(OwnersOf(firm)).Union(Stored(stored)))
        {
            TableEntity? before = stored.GetValueOrDefault(PersonRow.KeyOf(id));
            string name = firm.Person(id)?.Name ?? (before is null ? id.Value : PersonRow.NameOf(before));
            yield return PersonRow.Of(id, name, knowsLeads ? leads.Contains(id) : before is not null && PersonRow.IsAccountLead(before));
        }
    }

    /// <summary>Owners that people.csv may not hold: those of firm.yaml, those with a role, and people leads.</summary>
    private static IEnumerable<PersonId> OwnersOf(FirmView firm)
    {
        Register register = firm.Snapshot.Register;
        IEnumerable<string?> named = [firm.Policy.Operations, .. firm.Policy.SourceOwners.Values];
        return named.OfType<string>().Select(name => new PersonId(name))
            .Concat(firm.Snapshot.Assignments.Select(a => a.Person))
            .Concat(register.People.Values.Select(p => p.PeopleLead).OfType<PersonId>());
    }

    /// <summary>An id that was cut to fit its column is not the id of a person.</summary>
    private static IEnumerable<PersonId> Stored(IReadOnlyDictionary<string, TableEntity> stored) =>
        from row in stored
        let id = PersonRow.IdOf(row.Value)
        where row.Key == PersonRow.KeyOf(id)
        select id;
}
