using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Exports;

namespace Plumbline.Ingest.Tests.Exports;

/// <summary>Files that hang while they are opened or read, as in a network folder whose server is away.</summary>
public sealed class HungFileTests : IDisposable
{
    private const string Why = "gave nothing for 0.001 seconds; see that the folder it lies in answers, as one on a network may not, or copy the file to this machine";

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1), Never = TimeSpan.FromMinutes(1);
    private static readonly LocalDate Today = new(2026, 11, 20);

    private readonly ManualResetEventSlim _released = new(), _cameBack = new();

    public void Dispose() => _released.Set();

    [Theory]
    [InlineData("accounts.csv", false)]
    [InlineData("accounts.csv", true)]
    [InlineData("invoices.csv", false)]
    [InlineData("time.csv", false)]
    [InlineData("time.csv", true)]
    public void A_file_that_hangs_is_refused_by_its_name_and_not_waited_for_twice(string source, bool whileOpened)
    {
        int opened = 0;
        PlainFile file = new(source, Today, () =>
        {
            opened++;
            return new TimedStream(() => whileOpened ? Wait() : new HangingStream(this), Soon);
        });

        SourceReading reading = PlainFiles.Read([file], Today, () => KnownWords.Common, null, CancellationToken.None).Reading(source);

        Assert.Equal((ReadingState.Refused, $"{source}: it {Why}", 1), (reading.State, reading.Why, opened));
    }

    [Fact]
    public void A_calendar_that_hangs_is_refused_by_its_name()
    {
        var calendars = new CalendarFiles([new("service review")], DateTimeZone.Utc);
        PlainFile file = new("somebody.json", Today, () => new TimedStream(() => new HangingStream(this), Soon));

        Snapshot read = calendars.AddTo(PlainFiles.Read([], Today, () => KnownWords.Common, null, CancellationToken.None), [file], Today, CancellationToken.None);

        Assert.Contains($"calendars, the file 'somebody.json': it {Why}", read.Reading("calendars").Faults.Select(f => f.Message).Append(read.Reading("calendars").Why));
    }

    [Fact]
    public void What_comes_too_late_does_not_reach_the_reader()
    {
        byte[] buffer = new byte[8];
        using TimedStream file = new(() => new HangingStream(this), Never);
        var late = new TimedStream(() => new HangingStream(this), Soon);
        Assert.Throws<UnreadableFile>(() => late.Read(buffer, 0, buffer.Length));

        _released.Set();

        Assert.True(_cameBack.Wait(Never));
        Assert.Equal(new byte[8], buffer);
        Assert.Throws<UnreadableFile>(() => late.Read(buffer, 0, buffer.Length));
        Assert.Equal(8, file.Read(buffer, 0, buffer.Length));
        Assert.Equal("xxxxxxxx"u8.ToArray(), buffer);
    }

    [Fact]
    public void A_file_longer_than_any_buffer_is_read_to_its_end()
    {
        byte[] content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i % 251))];
        using var read = new MemoryStream();
        using (TimedStream file = new(() => new MemoryStream(content), Never))
        {
            Assert.Equal(content.Length, file.Length);
            file.CopyTo(read);
        }
        Assert.Equal(content, read.ToArray());
    }

    [Fact]
    public void What_a_read_throws_is_thrown_to_the_reader()
    {
        var gone = new MemoryStream();
        using TimedStream file = new(() => gone, Never);
        gone.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.ReadByte());
    }

    private Stream Wait()
    {
        _released.Wait();
        return Stream.Null;
    }

    /// <summary>Does not come back from a read until it is released.</summary>
    private sealed class HangingStream(HungFileTests test) : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            test._released.Wait();
            buffer.AsSpan(offset, count).Fill((byte)'x');
            test._cameBack.Set();
            return count;
        }
    }
}
