using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Exports;

namespace Plumbline.Cli.Commands;

/// <summary>Which folder is to be judged, as of which day; where it says so, by one measure alone, or for one account.</summary>
internal sealed record Asked(string Folder, LocalDate AsOf, string? Measure, string? Account);

/// <summary>A folder of exports as one policy sees it: ready to be judged.</summary>
internal sealed record Judged(Snapshot Snapshot, Policy Policy, IReadOnlyList<AccountView> Views)
{
    /// <summary>Reads the folder once, for each of the policies; null where it cannot be judged, and the error says why.</summary>
    /// <param name="hashed">Whether what is written of it says the hashes of the files.</param>
    public static Judged[]? Read(Asked asked, string[] policies, bool hashed, TextWriter error, StepClock clock, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(asked.Folder))
        {
            error.WriteLine(File.Exists(asked.Folder) ? $"{asked.Folder} is a file: give its folder." : $"{asked.Folder}: there is no such folder");
            return null;
        }
        // The policies are read while the files are: neither needs the other.
        Task<Policy[]?> reading = Task.Run(() => PolicyLoad.Read(policies, error), cancellationToken);
        clock.Step("start");
        Snapshot files = PlainFolder.Read(asked.Folder, asked.AsOf, _ => asked.AsOf, () => KnownWords.From(reading.GetAwaiter().GetResult() ?? []), hashed, null, cancellationToken);
        if (reading.GetAwaiter().GetResult() is not { } read || Narrow(read, asked.Measure, error) is not { } narrowed)
            return null;
        Snapshot[] snapshots = WithCalendars(files, narrowed, asked, cancellationToken);
        clock.Step("read");
        if (Unusable(files, asked.Account) is { } why)
        {
            error.WriteLine(why);
            return null;
        }
        return [.. narrowed.Zip(snapshots, (policy, snapshot) => new Judged(snapshot, policy, ViewsOf(snapshot, policy, asked)))];
    }

    /// <summary>What a calendar holds is for each policy to recognise; where two recognise alike, it is read once.</summary>
    private static Snapshot[] WithCalendars(Snapshot files, Policy[] policies, Asked asked, CancellationToken cancellationToken)
    {
        var read = policies.DistinctBy(Recognised).ToDictionary(Recognised, policy => new CalendarFiles(policy.Meetings, DateTimeZoneProviders.Tzdb[policy.Clock.Zone])
            .AddTo(files, asked.Folder, asked.AsOf, _ => asked.AsOf, cancellationToken));
        return [.. policies.Select(policy => read[Recognised(policy)])];
    }

    private static string Recognised(Policy policy) => string.Join('\n', policy.Meetings.Select(Text).Append(policy.Clock.Zone));

    private static string Text(Matcher meeting) =>
        $"{meeting.Kind}\t{string.Join('|', meeting.Categories)}\t{string.Join('|', meeting.Titles)}\t{meeting.WithCustomer}\t{meeting.Exactly}\t{meeting.NobodyFromOutside}";

    private static IReadOnlyList<AccountView> ViewsOf(Snapshot snapshot, Policy policy, Asked asked)
    {
        IReadOnlyList<AccountView> views = Domain.Measures.Views.Of(snapshot, policy, asked.AsOf);
        return asked.Account is null ? views : [.. views.Where(v => v.Account.Id.Value == asked.Account)];
    }

    /// <summary>To the one measure, which one of the policies at least must have.</summary>
    private static Policy[]? Narrow(Policy[] policies, string? measure, TextWriter error)
    {
        if (measure is null)
            return policies;
        if (policies.Any(p => p.Measures.Any(m => m.Id == measure)))
            return [.. policies.Select(p => p with { Measures = p.Measures.RemoveAll(m => m.Id != measure) })];
        string[] known = [.. policies.SelectMany(p => p.Measures).Select(m => m.Id).Distinct()];
        error.WriteLine($"--measure: the policy has no measure '{measure}'{Meant(measure, known)}; it has {string.Join(", ", known)}.");
        return null;
    }

    private static string? Unusable(Snapshot snapshot, string? account)
    {
        SourceReading accounts = snapshot.Readings[Sources.Accounts];
        if (accounts.State != ReadingState.Read)
            return accounts.Why;
        if (snapshot.Register.Accounts.Count == 0)
            return "accounts.csv has no usable account; there is nothing to judge.";
        return account is null || snapshot.Register.Accounts.Any(a => a.Id.Value == account) ? null
            : $"--account: accounts.csv has no account '{account}'{Meant(account, snapshot.Register.Accounts.Select(a => a.Id.Value))}.";
    }

    internal static string Meant(string written, IEnumerable<string> known) => Nearest.To(written, known) is { } meant ? $" (did you mean '{meant}'?)" : "";
}
