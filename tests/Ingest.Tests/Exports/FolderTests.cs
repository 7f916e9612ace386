using Plumbline.Domain.Measures;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Ingest.Exports;

namespace Plumbline.Ingest.Tests.Exports;

public sealed class FolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plain-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_is_read_with_the_day_that_each_of_its_files_stood()
    {
        Write("Accounts.CSV", Files.Accounts);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "Accounts.CSV"), new(2026, 9, 1, 12, 0, 0, DateTimeKind.Utc));
        List<string> progress = [];

        Snapshot snapshot = PlainFolder.Read(_folder, Files.Today, DayOf, () => KnownWords.Common, progress.Add, default);

        Assert.Equal((ReadingState.Read, new LocalDate(2026, 9, 1)), (snapshot.Reading("accounts.csv").State, snapshot.Reading("accounts.csv").AsOf));
        Assert.Equal(2, snapshot.Register.Accounts.Count);
        Assert.Contains("time.csv", progress);
    }

    [Fact]
    public void A_file_behind_a_link_stood_as_of_its_own_day_and_not_as_of_the_links()
    {
        string target = Path.Combine(_folder, "kept elsewhere");
        File.WriteAllText(target, Files.Accounts);
        File.SetLastWriteTimeUtc(target, new(2026, 9, 1, 12, 0, 0, DateTimeKind.Utc));
        File.CreateSymbolicLink(Path.Combine(_folder, "accounts.csv"), target);

        Assert.Equal(new LocalDate(2026, 9, 1), PlainFolder.Read(_folder, Files.Today, DayOf, () => KnownWords.Common, null, default).Reading("accounts.csv").AsOf);
    }

    [Fact]
    public void A_link_that_leads_nowhere_or_in_a_circle_is_a_refused_source()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "invoices.csv"), Path.Combine(_folder, "nowhere"));
        File.CreateSymbolicLink(Path.Combine(_folder, "time.csv"), Path.Combine(_folder, "time.csv"));

        Snapshot snapshot = PlainFolder.Read(_folder, Files.Today, DayOf, () => KnownWords.Common, null, default);

        foreach (string source in new[] { "time.csv", "invoices.csv" })
            Assert.Equal((ReadingState.Refused, Files.Today), (snapshot.Reading(source).State, snapshot.Reading(source).AsOf));
    }

    [Theory]
    [InlineData("Invoices.csv")]
    [InlineData("INVOICES.CSV")]
    [InlineData("invoices (1).csv")]
    [InlineData("invoices(2).csv")]
    [InlineData("invoices - Copy.csv")]
    [InlineData("invoices - Copy (2).csv")]
    [InlineData("invoices copy.csv")]
    [InlineData("invoices_1.csv")]
    [InlineData("Invoices-2026-08.csv")]
    public void A_file_of_nearly_the_same_name_is_said_not_to_be_read(string other)
    {
        Write("invoices.csv", "invoice_number,account_id\n");
        Write(other, "invoice_number,account_id\nI1,A1\n");

        SourceReading reading = Read().Reading("invoices.csv");

        Assert.Equal(0, reading.Rows);
        Assert.Equal($"invoices.csv was read; beside it lies '{other}', which was not read", reading.Notes[0]);
    }

    [Theory]
    [InlineData("invoices.csv.bak")]
    [InlineData("invoices lines.csv")]
    [InlineData("my invoices.csv")]
    [InlineData("invoices (1).xlsx")]
    public void A_file_of_another_name_is_not_mentioned(string other)
    {
        Write("invoices.csv", "invoice_number,account_id\n");
        Write(other, "");

        Assert.DoesNotContain(Read().Reading("invoices.csv").Notes, note => note.Contains("beside", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_names_in_other_letters_the_first_is_read_and_all_others_are_said_once()
    {
        Write("INVOICES.csv", "invoice_number,account_id\n");
        Write("Invoices.csv", "");
        Write("invoices (1).csv", "");

        Assert.Equal("INVOICES.csv was read; beside it lie 'Invoices.csv', 'invoices (1).csv', which were not read", Read().Reading("invoices.csv").Notes[0]);
    }

    [Fact]
    public void Rows_that_cannot_be_used_are_counted_however_alike_they_are()
    {
        foreach ((string name, string text) in Files.WithRegister(
        [
            ("time.csv", "entry_date,person_id,engagement_id,hours\n2026-08-03,P1,E1,8\n2026-08-03,P1,E1,x\n2026-08-03,P1,E1,y\n"),
            ("invoices.csv", "invoice_number,account_id,raised_on,due_on,total\nI1,A1,2026-08-03,2026-09-03,1\nI2,A1,2026-08-03,2026-09-03,1\nI2,A1,2026-08-03,2026-09-03,2\n"),
        ]))
            Write(name, text);

        Snapshot snapshot = Read();

        Assert.Equal((3, 2), (snapshot.Reading("time.csv").Rows, snapshot.Reading("time.csv").RowsLost));
        Assert.Equal((3, 2), (snapshot.Reading("invoices.csv").Rows, snapshot.Reading("invoices.csv").RowsLost));
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_a_refused_source()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "time.csv"));
        Directory.CreateDirectory(Path.Combine(_folder, "invoices.csv"));

        Snapshot snapshot = Read();

        foreach (string source in new[] { "time.csv", "invoices.csv" })
            Assert.Equal((ReadingState.Refused, $"{source}: access is denied, or it is a folder; allow this program to read the file"), (snapshot.Reading(source).State, snapshot.Reading(source).Why));
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("linked pipe")]
    [InlineData("socket")]
    [InlineData("zeros")]
    public void What_is_no_ordinary_file_is_a_refused_source_and_is_not_waited_for(string what)
    {
        OddFile.Make(what, Path.Combine(_folder, "time.csv"));
        OddFile.Make(what, Path.Combine(_folder, "invoices.csv"));
        File.WriteAllText(Path.Combine(_folder, "accounts.csv"), Files.Accounts);

        Snapshot snapshot = Read();

        foreach (string source in new[] { "time.csv", "invoices.csv" })
            Assert.Equal((ReadingState.Refused, $"{source}: it is a pipe, a socket or a device; put an ordinary file in its place"), (snapshot.Reading(source).State, snapshot.Reading(source).Why));
        Assert.Equal(2, snapshot.Register.Accounts.Count);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("")]
    public void What_holds_nothing_is_an_empty_file(string what)
    {
        string path = Path.Combine(_folder, "invoices.csv");
        if (what.Length > 0)
            OddFile.Make(what, path);
        else
            File.WriteAllText(path, what);

        Assert.Equal("invoices.csv line 1: the file is empty; it needs a line with the names of its columns", Read().Reading("invoices.csv").Why);
    }

    [Fact]
    public void No_folder_is_a_folder_without_files() =>
        Assert.All(PlainFolder.Read(Path.Combine(_folder, "none"), Files.Today, _ => Files.Today, () => KnownWords.Common, null, default).Readings.Values, r => Assert.Equal(ReadingState.Missing, r.State));

    [Fact]
    public void A_source_that_breaks_while_it_is_read_is_refused()
    {
        Snapshot snapshot = PlainFiles.Read([new("invoices.csv", Files.Today, () => new Breaking()), new("time.csv", Files.Today, () => new Breaking())], Files.Today, () => KnownWords.Common, null, default);

        Assert.Equal("invoices.csv: it cannot be read from where it lies; see that the file is whole and nothing else holds it", snapshot.Reading("invoices.csv").Why);
        Assert.Equal(ReadingState.Refused, snapshot.Reading("time.csv").State);
    }

    [Fact]
    public void A_reading_can_be_given_up()
    {
        File.WriteAllText(Path.Combine(_folder, "accounts.csv"), Files.Accounts);

        Assert.Throws<OperationCanceledException>(() => PlainFolder.Read(_folder, Files.Today, _ => Files.Today, () => KnownWords.Common, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Hashes_are_said_where_they_are_asked_for_and_nothing_else_differs()
    {
        foreach ((string name, string text) in Files.WithRegister([("time.csv", "entry_date,person_id,engagement_id,hours\n2026-08-03,P1,E1,8\n"), ("invoices.csv", "not a header\n")]))
            File.WriteAllText(Path.Combine(_folder, name), text);

        Snapshot with = Read(), without = PlainFolder.Read(_folder, Files.Today, _ => Files.Today, () => KnownWords.Common, hashed: false, null, default);

        Assert.Equal(["accounts.csv", "engagements.csv", "invoices.csv", "people.csv", "time.csv"], with.Readings.Values.Where(r => r.Hash is not null).Select(r => r.Source).Order());
        Assert.All(without.Readings.Values, r => Assert.Null(r.Hash));
        Assert.Equal(Said.By(with, withLines: false), Said.By(without, withLines: false));
    }

    private static LocalDate DayOf(Instant? modified) => modified is { } at ? at.InUtc().Date : Files.Today;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private Snapshot Read() => PlainFolder.Read(_folder, Files.Today, _ => Files.Today, () => KnownWords.Common, null, default);

    private sealed class Breaking : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("the wire is cut");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the wire is cut");
    }
}
