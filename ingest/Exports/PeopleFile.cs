using Plumbline.Domain.Facts;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>The people of the firm.</summary>
internal static class PeopleFile
{
    public static readonly Shape Shape = new(Names.People)
    {
        Columns = ["person_id", "name", "email", "career_level", "people_lead_id", "weekly_hours", "started_on", "ended_on"],
        Distant = ["ended_on"],
        Key = ["person_id"],
        Lenient = ["career_level", "people_lead_id", "weekly_hours"],
    };

    public static Func<Row, Person> Parser(Header header)
    {
        Column id = header["person_id"], name = header["name"], weekly = header["weekly_hours"], level = header["career_level"], lead = header["people_lead_id"];
        Column started = header["started_on"], ended = header["ended_on"], email = header["email"];
        return row =>
        {
            PersonId person = row.NewPerson(id);
            return new Person(person, row.Text(name) ?? person.Value)
            {
                WeeklyHours = row.Number(weekly),
                CareerLevel = row.Text(level),
                PeopleLead = row.Text(lead) is { } other ? new PersonId(other) : null,
                StartedOn = row.Day(started),
                EndedOn = row.Day(ended),
                Email = row.Text(email),
            };
        };
    }
}
