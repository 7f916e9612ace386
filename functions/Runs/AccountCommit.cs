using System.Collections.Immutable;
using Azure;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>What the commit of an account came to.</summary>
/// <param name="IsLeft">Whether others kept writing to it, so that it is left to the next run.</param>
/// <param name="Staying">How many stored findings stayed although they could not be judged, and how many alerts of measures that could not be.</param>
/// <param name="Told">The transitions stored, of which there may be some even where it is left.</param>
internal sealed record CommitResult(AccountId Account, bool IsLeft, int Staying, ImmutableArray<TransitionKind> Told)
{
    /// <summary>Whether its transitions could not be sent: they stand in the outbox, and the relay sends them.</summary>
    public bool IsUnsent { get; init; }
}

/// <summary>
/// Brings an account's rows up to what a run found. Alerts come first, each with the transition that it tells, then what they were
/// decided by: a run that ends in between is repaired by the next, which decides by the findings that are still there.
/// </summary>
internal sealed class AccountCommit(TableSet tables, Publisher publisher)
{
    public const int Attempts = 5;

    /// <summary>Commits the account and publishes what its outbox holds, whoever put it there.</summary>
    public async Task<CommitResult> CommitAsync(Judgement judged, Instant at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CommitResult result = await CommitAsync(judged, at);
        try
        {
            await publisher.PublishAsync(Keys.Escape(judged.Account.Value), null, cancellationToken);
            return result;
        }
        catch (Exception e) when (e is ServiceBusException or UnauthorizedAccessException or AuthenticationFailedException)
        {
            // Whatever the bus has against it, the other accounts are committed all the same.
            return result with { IsUnsent = true };
        }
    }

    private async Task<CommitResult> CommitAsync(Judgement judged, Instant at)
    {
        var partitions = new AccountPartitions(tables, judged.Account);
        List<TransitionKind> told = [];
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            // From here on nothing is cancelled: a commit is not left between its halves.
            StoredAccount stored = await partitions.ReadAsync(CancellationToken.None);
            Departures departures = Departures.Of(judged, stored.Findings);
            try
            {
                await partitions.Alerts.WriteAsync(AlertTurn.Of(judged, stored, departures, at), b => told.AddRange(b.Select(u => u.Tag).OfType<TransitionKind>()), CancellationToken.None);
                await partitions.Findings.WriteAsync(Changes.To(Findings(judged, departures), stored.Findings), CancellationToken.None);
                await partitions.Scores.WriteAsync(ScoreTurn.Of(judged, stored.Scores), CancellationToken.None);
                if (judged.Ageing is { } bands)
                    await partitions.Ageing.WriteAsync(Changes.To([.. bands.Select(b => AgeingRow.Of(judged.Account, b))], stored.Ageing), CancellationToken.None);
                return new(judged.Account, false, departures.Staying.Count + AlertTurn.Unjudged(judged, stored), [.. told]);
            }
            catch (RequestFailedException refusal) when (Partition.IsConflict(refusal))
            {
                // Somebody else wrote to the account: what is stored now decides.
            }
        }
        return new(judged.Account, true, 0, [.. told]);
    }

    private static ImmutableArray<Azure.Data.Tables.TableEntity> Findings(Judgement judged, Departures departures) =>
        [.. KeptFindings.Of(judged).Select(f => FindingRow.Of(f, judged.Measures[f.Measure].Terms.Severity, judged.OwnerOf(f))), .. departures.Staying];
}
