using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Sources;

namespace Plumbline.Local.Commands;

/// <summary>What was asked of <c>check</c>.</summary>
internal sealed record CheckRequest(string Folder, LocalDate AsOf, bool Json, string PolicyFolder, string? Measure, string? Account, bool Timings);

/// <summary>Reads, judges and prints; findings to standard output, everything else to standard error.</summary>
internal static class Check
{
    public static int Run(CheckRequest request, Io io, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(request.Folder))
        {
            io.Error.WriteLine($"{request.Folder}: there is no such folder");
            return Exit.Wrong;
        }
        var clock = new StepClock();
        // The policy is read while the files are: neither needs the other.
        Task<Policy?> reading = Task.Run(() => PolicyLoad.Read(request.PolicyFolder, io.Error), cancellationToken);
        clock.Step("start");
        Snapshot snapshot = PlainFolder.Read(request.Folder, request.AsOf, _ => request.AsOf, null, cancellationToken);
        if (reading.GetAwaiter().GetResult() is not { } policy || Narrow(policy, request.Measure, io.Error) is not { } narrowed)
            return Exit.Wrong;
        snapshot = Calendars(request.Folder, policy).AddTo(snapshot, request.AsOf, _ => request.AsOf, cancellationToken);
        clock.Step("read");
        if (Unusable(snapshot, request.Account) is { } why)
        {
            io.Error.WriteLine(why);
            return Exit.Wrong;
        }
        IReadOnlySet<string> unwatched = Report.Unwatched(narrowed, snapshot);
        Report.Write(snapshot, narrowed, unwatched, io.Error);
        IReadOnlyList<AccountView> views = Views.Of(snapshot, narrowed, request.AsOf);
        if (request.Account is not null)
            views = [.. views.Where(v => v.Account.Id.Value == request.Account)];
        var tally = new Tally(narrowed.Measures, unwatched);
        IFindingsWriter writer = request.Json ? new FindingsJson(io.Output) : new FindingsText(io.Output);
        writer.Write(views, tally, clock, cancellationToken);
        if (request.Timings)
            io.Error.WriteLine(clock);
        return Exit.Of(tally);
    }

    private static CalendarFiles Calendars(string folder, Policy policy) => new(folder, policy.Meetings, DateTimeZoneProviders.Tzdb[policy.Clock.Zone]);

    private static Policy? Narrow(Policy policy, string? measure, TextWriter error)
    {
        if (measure is null)
            return policy;
        if (policy.Measures.FirstOrDefault(m => m.Id == measure) is { } one)
            return policy with { Measures = [one] };
        error.WriteLine($"--measure: the policy has no measure '{measure}'; it has {string.Join(", ", policy.Measures.Select(m => m.Id))}.");
        return null;
    }

    private static string? Unusable(Snapshot snapshot, string? account)
    {
        SourceReading accounts = snapshot.Readings[Sources.Accounts];
        if (accounts.State != ReadingState.Read)
            return accounts.Why;
        if (snapshot.Register.Accounts.Count == 0)
            return "accounts.csv has no usable account; there is nothing to judge.";
        return account is null || snapshot.Register.Accounts.Any(a => a.Id.Value == account) ? null : $"--account: accounts.csv has no account '{account}'.";
    }
}
