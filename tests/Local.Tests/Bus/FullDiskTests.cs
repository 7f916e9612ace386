using System.Text;
using Plumbline.Local.Bus;

namespace Plumbline.Local.Tests.Bus;

public sealed class FullDiskTests : IDisposable
{
    private readonly List<string> told = [];
    private readonly string folder = Directory.CreateTempSubdirectory("plumbline-bus-").FullName;

    private string JournalPath => Path.Combine(folder, "service-bus.journal");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_full_disk_refuses_the_call_and_accepts_nothing_of_it()
    {
        int room = int.MaxValue;
        using (Broker broker = Start((path, mode) => new LimitedFile(path, mode, () => room)))
        {
            Send(broker, "1");
            room = 40;
            BusException refusal = Assert.Throws<BusException>(() => Send(broker, "2"));
            Assert.Equal(BusError.QuotaExceeded, refusal.Error);
            Assert.Equal(
                $"The journal {JournalPath} cannot be written, and nothing was accepted: No space left on device", refusal.Message);
            Assert.Equal([refusal.Message], told);
            Assert.Throws<BusException>(() => broker.Receive(new("plain", null, () => { }), 1, remove: false));
            Assert.Equal("1", Bodies(broker));
            room = int.MaxValue;
            Assert.Equal([2L], Send(broker, "3"));
            Assert.Equal("1 3", Bodies(broker));
        }

        using Broker next = Start(null);
        Assert.Equal("1 3", Bodies(next));
    }

    [Fact]
    public void A_full_disk_leaves_the_old_journal_when_it_is_rewritten()
    {
        using (Broker broker = Start(null))
        {
            Send(broker, "1");
        }

        static int Room(string path) => path.EndsWith(".new", StringComparison.Ordinal) ? 10 : int.MaxValue;
        using (Start((path, mode) => new LimitedFile(path, mode, () => Room(path))))
        {
            Assert.False(File.Exists(JournalPath + ".new"));
        }

        using Broker next = Start(null);
        Assert.Equal("1", Bodies(next));
    }

    private Broker Start(JournalOpener? open) =>
        new(EntitiesFile.Read(EmulatedBus.ContractFile), new Journal(JournalPath, open, told.Add), TimeProvider.System);

    private static long[] Send(Broker broker, string body) =>
        broker.Send("plain", [new(new(Encoding.UTF8.GetBytes(body), null, null, null, null))]);

    private static string Bodies(Broker broker) =>
        string.Join(' ', broker.Peek("plain", null, 0, 9).Select(m => Encoding.UTF8.GetString(m.Message.Content.Bytes)));

    /// <summary>A file on a disk with room for so many bytes a write: what is above is half written, as a system does.</summary>
    private sealed class LimitedFile(string path, FileMode mode, Func<int> room)
        : FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0)
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            int fits = Math.Min(count, room());
            base.Write(buffer, offset, fits);
            if (fits < count)
            {
                throw new IOException("No space left on device");
            }
        }
    }
}
