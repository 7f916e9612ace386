using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Calendars;

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
        string[] paths;
        try
        {
            paths = Paths();
        }
        catch (ContentRefused e)
        {
            return snapshot.Add(CalendarReading.Refused($"calendars: {e.Message}"), []);
        }
        return paths.Length == 0 ? snapshot : AddTo(snapshot, paths, today, paths.Min(asOf), cancellation);
    }

    private Snapshot AddTo(Snapshot snapshot, string[] paths, LocalDate today, LocalDate oldest, CancellationToken cancellation)
    {
        if (matchers.IsEmpty)
            return snapshot.Add(CalendarReading.Refused("calendars: the policy does not say how meetings are recognised; give measures.yaml a section 'meetings'", oldest), []);
        var addresses = new AddressBook(snapshot.Register);
        var edge = new EventMeeting(addresses, zone);
        var mailboxes = new Mailbox[paths.Length];
        Parallel.For(0, paths.Length, new() { CancellationToken = cancellation }, i =>
        {
            string name = Path.GetFileName(paths[i]);
            PersonId? owner = addresses.At(name[..^Extension.Length]).Person;
            mailboxes[i] = Read(paths[i], owner, Called(name, owner, i + 1), edge);
        });
        Recognition recognised = new Recogniser(matchers, snapshot.Register, snapshot.Assignments, today).Recognise(mailboxes.SelectMany(m => m.Meetings));
        return snapshot.Add(CalendarReading.Of(mailboxes, recognised, recognised.Activities, snapshot, LocalDate.MinIsoValue, oldest), recognised.Activities);
    }

    /// <summary>What is there is somebody's calendars: where it cannot be listed, that is said rather than that there are none.</summary>
    private string[] Paths()
    {
        if (new FolderEntries(folder).PathOf(Names.Calendars) is not { } calendars)
            return [];
        if (!Directory.Exists(calendars))
            throw new ContentRefused("it is a file, or a link that leads to no folder; make it a folder that holds one file ADDRESS.json a mailbox, or take it away");
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(calendars).Where(p => p.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ContentRefused("what the folder holds cannot be listed; allow this program to read it");
        }
    }

    /// <summary>A file's name is somebody's address, which no message says: it is called by whose it is, or by its place.</summary>
    private static string Called(string name, PersonId? owner, int place) =>
        owner is { } person ? $"calendars, the file of {person}"
        : name.Contains('@', StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"calendars, file {place} in order of name, whose address is not in people.csv")
        : $"calendars, the file {Quoted.Value(name)}";

    private static Mailbox Read(string path, PersonId? owner, string named, EventMeeting edge)
    {
        try
        {
            return Mailbox.Of(owner, named, CalendarJson.Read(Text(Bytes(path, named), named)), edge);
        }
        catch (JsonException e)
        {
            return new(owner, [], string.Create(CultureInfo.InvariantCulture, $"{named}, line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: not JSON here; export the mailbox again"));
        }
        catch (ContentRefused e)
        {
            return new(owner, [], e.Message);
        }
        catch (InvalidOperationException)
        {
            // Also an escape that is half of a character, which shows only when its text is asked for.
            return new(owner, [], $"{named}: it is JSON, but no array 'value' of events with texts in it; export the mailbox as Graph gives it");
        }
        catch (NoOrdinaryFile e)
        {
            return new(owner, [], $"{named}: it {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(owner, [], $"{named}: it cannot be read from where it lies; allow this program to read it, and see that nothing else holds it");
        }
    }

    /// <summary>Without its byte-order mark.</summary>
    private static ReadOnlyMemory<byte> Text(byte[] bytes, string named)
    {
        TextCheck check = new($"{named},", "JSON");
        check.Begin(bytes.AsSpan(0, Math.Min(4, bytes.Length)));
        ReadOnlyMemory<byte> text = bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
        check.Next(text.Span);
        check.End();
        return text;
    }

    private static byte[] Bytes(string path, string named)
    {
        using FileStream file = OrdinaryFile.Open(path);
        if (file.Length > LongestFile)
            throw new ContentRefused($"{named}: it is larger than {LongestFile >> 20} MB; export fewer months");
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
