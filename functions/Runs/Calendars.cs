using Azure;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Runs;

/// <summary>
/// The calendars of a run: what Graph shows now, and what earlier runs recognised of days that are no longer shown. What is recognised is
/// kept, so that last quarter stands whatever becomes of a mailbox.
/// </summary>
/// <param name="graph">Null where the firm does not have its calendars read.</param>
public sealed class Calendars(GraphCalendars? graph, TableSet tables)
{
    public async Task<Snapshot> AddToAsync(Snapshot snapshot, LocalDate today, CancellationToken cancellationToken)
    {
        if (graph is null)
            return snapshot;
        Partition observations = tables.Partition(TableNames.Observations, ObservationRow.PartitionOf(Names.Calendars));
        Dictionary<string, TableEntity> stored = await observations.ReadAsync(cancellationToken);
        ILookup<bool, TableEntity> rows = stored.Values.ToLookup(ObservationRow.IsMeeting);
        Dictionary<PersonId, YearMonth> last = rows[false].Select(ObservationRow.ReadMailbox).ToDictionary(m => m.Person, m => m.Read);
        GraphReading reading = await graph.ReadAsync(snapshot, today, last.ToDictionary(m => m.Key, m => m.Value.OnDayOfMonth(1)), cancellationToken);

        Recognition now = graph.Recognise(reading, snapshot, today);
        IReadOnlyList<Activity> activities = Recollection.Of(now, [.. rows[true].Select(ObservationRow.Read)], snapshot.Register, reading.Read, graph.Oldest(today));
        foreach (PersonId person in reading.Read.Keys)
            last[person] = today.ToYearMonth();
        var remembered = last.Where(m => m.Value >= graph.Oldest(today).ToYearMonth());
        TableEntity[] wanted = [.. activities.Select(a => ObservationRow.Of(Names.Calendars, a)), .. remembered.Select(m => ObservationRow.Of(Names.Calendars, m.Key, m.Value))];
        await WriteAsync(observations, Changes.To(wanted, stored), cancellationToken);
        return graph.AddTo(snapshot, reading, now, activities, today);
    }

    private static async Task WriteAsync(Partition observations, IEnumerable<TableTransactionAction> changes, CancellationToken cancellationToken)
    {
        try
        {
            await observations.WriteAsync(changes, cancellationToken);
        }
        catch (RequestFailedException refusal) when (Partition.IsConflict(refusal))
        {
            // Another run saw the same calendars at the same time: what it kept is as good.
        }
    }
}
