using System.Text.RegularExpressions;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Exports;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Deliveries;

/// <summary>A file that can be delivered: a plain file by its very name, or a mailbox's calendar, <c>ADDRESS.json</c>.</summary>
/// <param name="Source">The source that it feeds; its keys open it.</param>
/// <param name="Blob">Where it lies in the container of exports.</param>
/// <param name="MediaTypes">The forms in which it is taken.</param>
internal sealed partial record ExportFile(string Source, string Blob, IReadOnlyList<string> MediaTypes)
{
    // As long as an e-mail address may be.
    private const int LongestAddress = 254;

    private static readonly string[] OfPlainFiles = ["text/csv", "text/plain", "application/octet-stream"];
    private static readonly string[] OfCalendars = ["application/json", "application/octet-stream"];

    /// <summary>Null where there is no plain file of that name.</summary>
    public static ExportFile? OfPlainFile(string name) => PlainFiles.Names.Contains(name) ? new(name, name, OfPlainFiles) : null;

    /// <summary>Null where the name is not that of a mailbox's file. Addresses ignore case: one mailbox is one blob.</summary>
    public static ExportFile? OfMailbox(string name) =>
        name.Length <= LongestAddress + CalendarFiles.Extension.Length && Mailbox().IsMatch(name)
            ? new(Names.Calendars, $"{Names.Calendars}/{name.ToLowerInvariant()}", OfCalendars)
            : null;

    [GeneratedRegex(@"^[^@/\\\s\p{C}]+@[^@/\\\s\p{C}]+\.json\z", RegexOptions.IgnoreCase)]
    private static partial Regex Mailbox();
}
