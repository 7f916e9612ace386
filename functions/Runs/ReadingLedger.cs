using Azure;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>Keeps every reading whose content or fate is new, and holds each against those before it.</summary>
internal sealed class ReadingLedger(TableSet tables)
{
    private const int Attempts = 5;
    private const int Page = 50;

    /// <summary>The snapshot with its readings as they were accepted.</summary>
    public async Task<Snapshot> EnterAsync(Snapshot snapshot, LocalDate today, Instant at, CancellationToken cancellationToken)
    {
        SourceReading[] readings = await Task.WhenAll(snapshot.Readings.Values.Select(r => EnterAsync(r, today, at, cancellationToken)));
        return snapshot with { Readings = readings.ToDictionary(r => r.Source) };
    }

    private async Task<SourceReading> EnterAsync(SourceReading reading, LocalDate today, Instant at, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            List<KeptReading> before = await NewestAsync(reading.Source, cancellationToken);
            SourceReading judged = Acceptance.Judge(reading, before, today);
            if (before.Count > 0 && IsKnown(judged, before[0]))
                return judged;
            try
            {
                await tables[TableNames.Sources].AddEntityAsync(SourceRow.Of(judged, (before.Count > 0 ? before[0].Number : 0) + 1, at, today), cancellationToken);
                return judged;
            }
            catch (RequestFailedException refusal) when (Partition.IsConflict(refusal) && attempt < Attempts)
            {
                // Another run entered a reading: what it entered decides what this one is.
            }
        }
    }

    /// <summary>Back to the last that was accepted.</summary>
    private async Task<List<KeptReading>> NewestAsync(string source, CancellationToken cancellationToken)
    {
        List<KeptReading> readings = [];
        await foreach (TableEntity row in tables.Partition(TableNames.Sources, SourceRow.PartitionOf(source)).Walk(Page, cancellationToken))
        {
            readings.Add(SourceRow.Read(row));
            if (readings[^1].Accepted)
                break;
        }
        return readings;
    }

    private static bool IsKnown(SourceReading reading, KeptReading newest) =>
        reading.State == newest.State && (reading.Hash ?? "") == newest.Hash && (reading.Why ?? "") == newest.Why;
}
