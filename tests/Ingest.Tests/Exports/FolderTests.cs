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
        File.WriteAllText(Path.Combine(_folder, "Accounts.CSV"), Files.Accounts);
        List<string> progress = [];

        Snapshot snapshot = PlainFolder.Read(_folder, Files.Today, path => Path.GetFileName(path) == "Accounts.CSV" ? new(2026, 9, 1) : Files.Today, () => KnownWords.Common, progress.Add, default);

        Assert.Equal((ReadingState.Read, new LocalDate(2026, 9, 1)), (snapshot.Reading("accounts.csv").State, snapshot.Reading("accounts.csv").AsOf));
        Assert.Equal(2, snapshot.Register.Accounts.Count);
        Assert.Contains("time.csv", progress);
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

    private Snapshot Read() => PlainFolder.Read(_folder, Files.Today, _ => Files.Today, () => KnownWords.Common, null, default);

    private sealed class Breaking : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("the wire is cut");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the wire is cut");
    }
}
