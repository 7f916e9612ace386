using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Sources;

/// <summary>
/// Reads <c>calendars/*.json</c>, one file a mailbox, named by its address. The files that are there are the calendars of the firm; one
/// that cannot be read costs that mailbox only.
/// </summary>
public sealed class CalendarFiles(string folder, ImmutableArray<Matcher> matchers, DateTimeZone zone)
{
    private const string Extension = ".json";

    /// <summary>A year of somebody's meetings is a hundredth of it.</summary>
    internal const int LongestFile = 64 << 20;

    /// <summary>The snapshot with what its calendars hold; the same where the folder has none.</summary>
    /// <param name="asOf">The day at whose end the file of that path stood.</param>
    public Snapshot AddTo(Snapshot snapshot, LocalDate today, Func<string, LocalDate> asOf, CancellationToken cancellation)
    {
        string calendars = Path.Combine(folder, Names.Calendars);
        string[] paths = Directory.Exists(calendars) ? [.. Directory.EnumerateFiles(calendars, "*" + Extension).Order(StringComparer.Ordinal)] : [];
        if (paths.Length == 0)
            return snapshot;
        LocalDate oldest = paths.Min(asOf);
        if (matchers.IsEmpty)
            return snapshot.Add(CalendarReading.Refused("calendars: the policy does not say how meetings are recognised; give measures.yaml a section 'meetings'", oldest), []);
        var addresses = new AddressBook(snapshot.Register);
        var edge = new EventMeeting(addresses, zone);
        var mailboxes = new Mailbox[paths.Length];
        Parallel.For(0, paths.Length, new() { CancellationToken = cancellation }, i =>
        {
            string name = Path.GetFileName(paths[i])[..^Extension.Length];
            PersonId? owner = addresses.At(name).Person;
            mailboxes[i] = Read(paths[i], owner, Called(name, owner, i + 1), edge);
        });
        Recognition recognised = new Recogniser(matchers, snapshot.Register, snapshot.Assignments, today).Recognise(mailboxes.SelectMany(m => m.Meetings));
        return snapshot.Add(CalendarReading.Of(mailboxes, recognised, recognised.Activities, snapshot, LocalDate.MinIsoValue, oldest), recognised.Activities);
    }

    /// <summary>A file's name is somebody's address, which no message says: it is called by whose it is, or by its place.</summary>
    private static string Called(string name, PersonId? owner, int place) =>
        owner is { } person ? $"calendars, the file of {person}"
        : name.Contains('@', StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"calendars, file {place} in order of name, whose address is not in people.csv")
        : $"calendars, the file {Quoted.Value(name + Extension)}";

    private static Mailbox Read(string path, PersonId? owner, string named, EventMeeting edge)
    {
        try
        {
            byte[] text = Bytes(path);
            return Mailbox.Of(owner, named, CalendarJson.Read(text.AsMemory(text.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0)), edge);
        }
        catch (JsonException e)
        {
            return new(owner, [], string.Create(CultureInfo.InvariantCulture, $"{named}, line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: not JSON here; export the mailbox again"));
        }
        catch (ContentRefused e)
        {
            return new(owner, [], $"{named}: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // Also an escape that is half of a character, which shows only when its text is asked for.
            return new(owner, [], $"{named}: it is JSON, but no array 'value' of events with texts in it; export the mailbox as Graph gives it");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(owner, [], $"{named}: it cannot be read from where it lies; allow this program to read it, and see that nothing else holds it");
        }
    }

    private static byte[] Bytes(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > LongestFile)
            throw new ContentRefused($"it is larger than {LongestFile >> 20} MB; export fewer months");
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
