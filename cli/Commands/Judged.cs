using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Exports;

namespace Plumbline.Cli.Commands;

/// <summary>Which folder is to be judged, as of which day; where it says so, by one measure alone, or for one account.</summary>
/// <param name="AsOf">null for today in the firm's zone.</param>
/// <param name="ExportsAsOf">The day at whose end the files stood; null to go by when each was last modified.</param>
internal sealed record Asked(string Folder, LocalDate? AsOf, LocalDate? ExportsAsOf, string? Measure, string? Account);

/// <summary>A folder of exports as one policy sees it: ready to be judged.</summary>
/// <param name="Plain">The snapshot before what the calendars hold was added.</param>
internal sealed record Judged(Snapshot Snapshot, Snapshot Plain, Policy Policy, LocalDate Today, IReadOnlyList<AccountView> Views)
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
        if (JudgedDay.For(asked, reading, error) is not { } day)
            return null;
        // Two policies are of one firm: the zone of the first turns a moment into a day. Without a policy nothing is judged, whatever the day.
        LocalDate AsOf(Instant? modified) => reading.GetAwaiter().GetResult() is [var policy, ..] ? day.StoodAsOf(modified, ZoneOf(policy)) : day.Today;
        Snapshot files = PlainFolder.Read(asked.Folder, day.Today, AsOf, () => KnownWords.From(reading.GetAwaiter().GetResult() ?? []), hashed, null, cancellationToken);
        if (reading.GetAwaiter().GetResult() is not { } read || Narrow(read, asked.Measure, error) is not { } narrowed)
            return null;
        Snapshot[] snapshots = WithCalendars(files, narrowed, asked.Folder, day.Today, AsOf, cancellationToken);
        clock.Step("read");
        if (Unusable(files, asked.Account) is { } why)
        {
            error.WriteLine(why);
            return null;
        }
        return [.. narrowed.Zip(snapshots, (policy, snapshot) => new Judged(snapshot, files, policy, day.Today, ViewsOf(snapshot, policy, day.Today, asked.Account)))];
    }

    /// <summary>What a calendar holds is for each policy to recognise; where two recognise alike, it is read once.</summary>
    private static Snapshot[] WithCalendars(
        Snapshot files, Policy[] policies, string folder, LocalDate today, Func<Instant?, LocalDate> asOf, CancellationToken cancellationToken)
    {
        var read = policies.DistinctBy(Recognised).ToDictionary(Recognised, policy => new CalendarFiles(policy.Meetings, ZoneOf(policy))
            .AddTo(files, folder, today, asOf, cancellationToken));
        return [.. policies.Select(policy => read[Recognised(policy)])];
    }

    private static DateTimeZone ZoneOf(Policy policy) => DateTimeZoneProviders.Tzdb[policy.Clock.Zone];

    private static string Recognised(Policy policy) => string.Join('\n', policy.Meetings.Select(Text).Append(policy.Clock.Zone));

    private static string Text(Matcher meeting) =>
        $"{meeting.Kind}\t{string.Join('|', meeting.Categories)}\t{string.Join('|', meeting.Titles)}\t{meeting.WithCustomer}\t{meeting.Exactly}\t{meeting.NobodyFromOutside}";

    private static IReadOnlyList<AccountView> ViewsOf(Snapshot snapshot, Policy policy, LocalDate today, string? account)
    {
        IReadOnlyList<AccountView> views = Domain.Measures.Views.Of(snapshot, policy, today, withFirm: true);
        return account is null ? views : [.. views.Where(v => v.Account.Id.Value == account)];
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
