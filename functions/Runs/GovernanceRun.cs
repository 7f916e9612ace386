using System.Collections.Immutable;
using NodaTime;
using NodaTime.Extensions;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Telemetry;

namespace Plumbline.Functions.Runs;

/// <summary>One run: the sources are read once, every account is judged once, and each is committed and published by itself.</summary>
public sealed class GovernanceRun(TableSet tables, Outgoing alerts, ReadSources sources, Calendars calendars, Policy policy, TimeProvider time)
{
    private const int AtATime = 16;

    private readonly RunLedger _runs = new(tables);
    private readonly ReadingLedger _readings = new(tables);
    private readonly Dimensions _dimensions = new(tables);
    private readonly AccountCommit _commit = new(tables, new(tables, alerts));
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[policy.Clock.Zone];
    private readonly IClock _clock = time.ToClock();

    public async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        await tables.CreateAsync(cancellationToken);
        Instant at = _clock.GetCurrentInstant();
        var run = new RunEntry(request.Run, request.Because, request.Accounts, RunId.OpenedAt(request.Run) ?? at, policy.Hash) { StartedAt = at, Day = at.InZone(_zone).Date };
        // What its row says of it stands: made again, it would have told nothing.
        if (await _runs.IsFinishedAsync(run, cancellationToken))
            return new(run.Run, [], [], [], null);
        if (await _runs.IsOvertakenAsync(run, at, cancellationToken))
        {
            await FinishAsync(run with { IsDropped = true }, cancellationToken);
            return Dropped(run);
        }
        await _runs.WriteAsync(run, cancellationToken);
        try
        {
            (run, RunResult result) = await RunAsync(run, at, at.InZone(_zone).Date, cancellationToken);
            await FinishAsync(run, CancellationToken.None);
            return result;
        }
        catch (Exception failure)
        {
            // Its kind and no more: what a message quotes may be personal.
            await FinishAsync(run with { Error = failure.GetType().Name }, CancellationToken.None);
            throw;
        }
    }

    private static RunResult Dropped(RunEntry run) => new(run.Run, [], [], [], null) { IsDropped = true };

    private async Task<(RunEntry Run, RunResult Result)> RunAsync(RunEntry run, Instant at, LocalDate day, CancellationToken cancellationToken)
    {
        Snapshot read = await ReadAsync(day, cancellationToken);
        // Reading takes minutes: what a later run has said meanwhile is not taken back.
        if (await _runs.IsOvertakenAsync(run, _clock.GetCurrentInstant(), cancellationToken))
            return (run with { IsDropped = true }, Dropped(run));
        Snapshot snapshot = await _readings.EnterAsync(read.Allowing(policy.MayBeEmpty), day, at, cancellationToken);
        run = run with { SourcesHash = RunLedger.HashOf(snapshot) };
        string? unusable = Listing.Unusable(snapshot);
        Views? all = unusable is null ? Views.Of(snapshot, policy, day) : null;
        IReadOnlyList<AccountView> views = all ?? (IReadOnlyList<AccountView>)[];
        // A run of some accounts too: by these rows the relay, the balance and readers find an account that is new.
        IReadOnlyList<AccountId> gone = all is null ? [] : await _dimensions.WriteAsync(all, cancellationToken);
        IReadOnlyList<AccountId> departed = run.Accounts.IsEmpty ? gone : [];
        Judgement[] judged = JudgeAll(snapshot, views, all?.OfFirm, departed, run, day, cancellationToken);
        CommitResult[] commits = await CommitAsync(judged, at, cancellationToken);
        AccountId[] cleared = [.. commits.Where(c => c is { IsLeft: false, Staying: 0 }).Select(c => c.Account).Intersect(departed)];
        await _dimensions.NoteAsync(cleared, commits.Select(c => c.Account).Except(departed), cancellationToken);
        (run, RunResult result) = Sum(run, judged, commits, unusable);
        return (run, result with { Rows = [.. snapshot.Readings.Values.Select(r => (r.Source, r.Rows))] });
    }

    private async Task<Snapshot> ReadAsync(LocalDate day, CancellationToken cancellationToken)
    {
        using IDisposable? span = Tracing.Span("read sources");
        return await calendars.AddToAsync(await sources(day, cancellationToken), day, cancellationToken);
    }

    private Judgement[] JudgeAll(Snapshot snapshot, IReadOnlyList<AccountView> views, AccountView? ofFirm, IReadOnlyList<AccountId> departed, RunEntry run, LocalDate day, CancellationToken cancellationToken)
    {
        using IDisposable? span = Tracing.Span("judge accounts");
        return [.. Judge(snapshot, views, ofFirm, departed, run, day, cancellationToken)];
    }

    private IEnumerable<Judgement> Judge(Snapshot snapshot, IReadOnlyList<AccountView> views, AccountView? ofFirm, IReadOnlyList<AccountId> departed, RunEntry run, LocalDate day, CancellationToken cancellationToken)
    {
        var asked = views.Where(v => run.Accounts.IsEmpty || run.Accounts.Contains(v.Account.Id.Value));
        var firm = run.Accounts.IsEmpty || run.Accounts.Contains(AccountId.Firm.Value) ? [Judgement.OfFirm(snapshot, policy, day, ofFirm)] : Array.Empty<Judgement>();
        return firm.Concat(asked.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(Judgement.Of))
            .Concat(departed.Select(a => Judgement.Departed(a, views[0])));
    }

    private async Task<CommitResult[]> CommitAsync(Judgement[] judged, Instant at, CancellationToken cancellationToken)
    {
        using IDisposable? span = Tracing.Span("commit accounts");
        var commits = new CommitResult[judged.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, judged.Length, options, async (i, stop) => commits[i] = await _commit.CommitAsync(judged[i], at, stop));
        return commits;
    }

    private static (RunEntry Run, RunResult Result) Sum(RunEntry run, Judgement[] judged, CommitResult[] commits, string? unusable)
    {
        ImmutableArray<TransitionKind> told = [.. commits.SelectMany(c => c.Told)];
        ILookup<bool, AccountId> left = commits.ToLookup(c => c.IsLeft, c => c.Account);
        ILookup<Verdict, Finding> findings = judged.SelectMany(j => j.Findings).ToLookup(f => f.Verdict);
        ImmutableArray<(Verdict, int)> found = [.. Enum.GetValues<Verdict>().Select(v => (v, findings[v].Count()))];
        return (run with
        {
            Counts = [.. found.Select(f => f.Item2)],
            Told = [.. Enum.GetValues<TransitionKind>().Select(k => told.Count(t => t == k))],
            Committed = left[false].Count(),
            Left = [.. left[true]],
            Unsent = commits.Count(c => c.IsUnsent),
            Error = unusable,
        }, new(run.Run, [.. left[false]], [.. left[true]], told, unusable) { Unsent = [.. commits.Where(c => c.IsUnsent).Select(c => c.Account)], Found = found });
    }

    private Task FinishAsync(RunEntry run, CancellationToken cancellationToken) =>
        _runs.WriteAsync(run with { FinishedAt = _clock.GetCurrentInstant() }, cancellationToken);
}
