using Plumbline.StandIns.Bus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Messages that are accepted together or not at all, and together fit into one message.</summary>
public sealed class ServiceBusMessageBatch : IDisposable
{
    private readonly List<Letter> letters = [];

    internal ServiceBusMessageBatch()
    {
    }

    public long MaxSizeInBytes { get; } = Letter.LargestSize;

    public long SizeInBytes { get; private set; }

    public int Count => letters.Count;

    internal IReadOnlyList<Letter> Letters => letters;

    public bool TryAddMessage(ServiceBusMessage message)
    {
        Letter letter = Letter.Of(message);
        if (SizeInBytes + letter.Size() > MaxSizeInBytes)
        {
            return false;
        }

        letters.Add(letter);
        SizeInBytes += letter.Size();
        return true;
    }

    public void Dispose() => letters.Clear();
}
