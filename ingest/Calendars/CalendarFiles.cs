using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.Calendars;

/// <summary>
/// Reads <c>calendars/*.json</c>, one file a mailbox, named by its address. The files that are there are the calendars of the firm; one
/// that cannot be read costs that mailbox only.
/// </summary>
public sealed class CalendarFiles(ImmutableArray<Matcher> matchers, DateTimeZone zone)
{
    /// <summary>How the name of a mailbox's file ends.</summary>
    public const string Extension = ".json";

    /// <summary>A year of somebody's meetings is a hundredth of it.</summary>
    internal const int LongestFile = 64 << 20;

    /// <summary>The snapshot with what its calendars hold; the same where there are none.</summary>
    /// <param name="files">In the order of their names, each <c>ADDRESS.json</c>.</param>
    public Snapshot AddTo(Snapshot snapshot, IReadOnlyList<PlainFile> files, LocalDate today, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
            return snapshot;
        LocalDate oldest = files.Min(f => f.AsOf);
        if (matchers.IsEmpty)
            return snapshot.Add(CalendarReading.Refused("calendars: the policy does not say how meetings are recognised; give measures.yaml a section 'meetings'", oldest), []);
        var addresses = new AddressBook(snapshot.Register);
        var edge = new EventMeeting(addresses, zone);
        var mailboxes = new Mailbox[files.Count];
        Parallel.For(0, files.Count, new() { CancellationToken = cancellationToken }, i =>
        {
            PersonId? owner = addresses.At(files[i].Name[..^Extension.Length]).Person;
            mailboxes[i] = Read(files[i], owner, Called(files[i].Name, owner, i + 1), edge);
        });
        Recognition recognised = new Recogniser(matchers, snapshot.Register, snapshot.Assignments, today).Recognise([.. mailboxes.SelectMany(m => m.Meetings)], Mailbox.ReadWhole(mailboxes));
        return snapshot.Add(CalendarReading.Of(mailboxes, recognised, recognised.Activities, snapshot, LocalDate.MinIsoValue, oldest), recognised.Activities);
    }

    /// <summary>A file's name is somebody's address, which no message says: it is called by whose it is, or by its place.</summary>
    private static string Called(string name, PersonId? owner, int place) =>
        owner is { } person ? $"calendars, the file of {person}"
        : name.Contains('@', StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"calendars, file {place} in order of name, whose address is not in people.csv")
        : $"calendars, the file {Quoted.Value(name)}";

    private static Mailbox Read(PlainFile file, PersonId? owner, string named, EventMeeting edge)
    {
        try
        {
            return Mailbox.Of(owner, named, isFile: true, CalendarJson.Read(Text(Bytes(file, named), named), named), edge);
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
        catch (UnreadableFile e)
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

    private static byte[] Bytes(PlainFile file, string named)
    {
        using Stream stream = file.Open();
        using var bytes = new MemoryStream();
        byte[] some = new byte[1 << 16];
        for (int read; (read = stream.Read(some)) > 0;)
        {
            if (bytes.Length + read > LongestFile)
                throw new ContentRefused($"{named}: it is larger than {LongestFile >> 20} MB; export fewer months");
            bytes.Write(some, 0, read);
        }
        return bytes.ToArray();
    }
}
