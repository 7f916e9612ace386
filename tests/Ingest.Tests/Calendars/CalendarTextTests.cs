using System.Text;
using Plumbline.Ingest.Tests.Exports;

namespace Plumbline.Ingest.Tests.Calendars;

public sealed class CalendarTextTests : IDisposable
{
    private readonly CalendarFolder _folder = new();

    public static TheoryData<byte[], string> NoText => new()
    {
        { Encoding.Latin1.GetBytes("[\n{\"subject\": \"Caf\u00e9\"}]"), "line 2, byte 17 of the line: the byte 0xE9 is not UTF-8; save the file as UTF-8, not as Latin-1 or Windows-1252" },
        { [.. "\uFEFF[\""u8, 0xE2, 0x82], "line 1, byte 3 of the line: the byte 0xE2 is not UTF-8; save the file as UTF-8, not as Latin-1 or Windows-1252" },
        { Encoding.Unicode.GetBytes("[]"), "line 1: the file is UTF-16; save it as UTF-8" },
        { [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("[]")], "line 1: the file is UTF-16; save it as UTF-8" },
        { [.. "[7, "u8, 0, (byte)']'], "line 1, byte 5 of the line: a zero byte, so this is not text; export it as JSON in UTF-8" },
        { [.. "PK\u0003\u0004"u8], "line 1: the file is a workbook or an archive; export it as JSON in UTF-8" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(NoText))]
    public void A_mailbox_that_is_no_text_in_utf8_is_said_to_be_none(byte[] bytes, string message)
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "calendars", "ben@firm.example.json"), bytes);
        Assert.Equal($"calendars, the file of P2, {message}", Assert.Single(_folder.Read().Reading("calendars").Faults).Message);
    }
}
