using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Calendars;

/// <summary>
/// The calendars as one source. That a meeting took place one mailbox can say; that none did, only all of them: what a mailbox does not
/// say is a fault of each account that its person works for.
/// </summary>
internal static class CalendarReading
{
    /// <param name="from">Who worked for an account before this day alone has nothing to say of it.</param>
    public static SourceReading Of(
        IReadOnlyCollection<Mailbox> mailboxes, Recognition recognised, IReadOnlyList<Activity> activities, Snapshot snapshot, LocalDate from, LocalDate asOf)
    {
        SourceReading reading = new(Names.Calendars, ReadingState.Read)
        {
            AsOf = asOf,
            IsComplete = false,
            Rows = mailboxes.Sum(m => m.Meetings.Count + m.Faults.Length),
            RowsLost = mailboxes.Sum(m => m.Faults.Length),
            Faults = [.. Faults(mailboxes, snapshot, from)],
            LackingColumns = Nameless(snapshot),
            Matched = activities.Select(a => a.Account).OfType<AccountId>().ToHashSet(),
            Notes = [.. Notes(recognised)],
        };
        return reading with { Hash = HashOf(activities, reading.Faults) };
    }

    public static SourceReading Refused(string why, LocalDate? asOf = null) => new(Names.Calendars, ReadingState.Refused) { Why = why, AsOf = asOf, IsComplete = false };

    /// <summary>Of activities.csv and calendars the one that is not there is no source of this firm.</summary>
    public static Snapshot Add(this Snapshot snapshot, SourceReading reading, IReadOnlyList<Activity> activities)
    {
        Dictionary<string, SourceReading> readings = new(snapshot.Readings) { [Names.Calendars] = reading };
        if (readings.TryGetValue(Names.Activities, out SourceReading? plain) && plain.State == ReadingState.Missing)
            readings.Remove(Names.Activities);
        return snapshot with { Readings = readings, Activities = [.. snapshot.Activities, .. activities] };
    }

    private static IEnumerable<Fault> Faults(IEnumerable<Mailbox> mailboxes, Snapshot snapshot, LocalDate from)
    {
        ILookup<PersonId, Assignment> assignments = snapshot.Assignments.Where(a => !(a.To < from)).ToLookup(a => a.Person);
        int line = 0;
        foreach (Mailbox mailbox in mailboxes)
        {
            foreach ((string message, LocalDate? day) in mailbox.Failure is { } failure ? mailbox.Faults.Prepend(new(failure, null)) : mailbox.Faults)
            {
                line++;
                foreach (Named names in NamedBy(mailbox.Owner, assignments))
                    yield return new(Names.Calendars, line, null, message, true, names with { Day = day });
            }
        }
    }

    /// <summary>The accounts of its person. Of somebody who has none any more nothing is missed.</summary>
    private static Named[] NamedBy(PersonId? owner, ILookup<PersonId, Assignment> assignments)
    {
        IEnumerable<Assignment> held = owner is { } person ? assignments[person] : [];
        Named[] accounts = [.. held.Select(a => a.Account).OfType<AccountId>().Distinct().OrderBy(a => a.Value, StringComparer.Ordinal).Select(a => new Named { Account = a })];
        return accounts.Length > 0 ? accounts : [new Named()];
    }

    /// <summary>Who took part is not known where the register has no addresses to tell them by.</summary>
    private static ImmutableDictionary<string, string> Nameless(Snapshot snapshot)
    {
        foreach (string source in new[] { Names.People, Names.Contacts })
            if (snapshot.Readings.GetValueOrDefault(source)?.LackingColumns.GetValueOrDefault("email") is { } lacking)
                return ImmutableDictionary<string, string>.Empty.Add("participants", $"{lacking}; without it nobody in {Names.Calendars} can be told");
        return ImmutableDictionary<string, string>.Empty;
    }

    private static IEnumerable<string> Notes(Recognition recognised)
    {
        foreach ((PersonId? mailbox, int meetings) in recognised.Ambiguous)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"calendars, the mailbox of {mailbox?.Value ?? "nobody in people.csv"}: meetings that fit two kinds equally, and count as neither: {meetings:N0}; give them the category of one");
        if (recognised.Unplaced > 0)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"calendars: meetings of a kind that no one account can be told of: {recognised.Unplaced:N0}; give them a category that names their engagement, or see to customer_domains and roles.csv");
    }

    /// <summary>Over what was recognised: the same meetings read again are the same content.</summary>
    private static string HashOf(IEnumerable<Activity> activities, IEnumerable<Fault> faults)
    {
        var lines = activities.Select(a => string.Join('\0', a.Id, a.Kind, a.Account, a.Engagement, a.Person, a.On, a.Rung, string.Join(';', a.Participants), a.Doubt, a.Organiser, a.LeftOut)).Order(StringComparer.Ordinal)
            .Concat(faults.Select(f => $"{f.Names.Account}\0{f.Names.Person}\0{f.Message}").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
