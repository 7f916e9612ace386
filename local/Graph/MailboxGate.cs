using System.Collections.Concurrent;

namespace Plumbline.Local.Graph;

/// <summary>Lets four requests at once at a mailbox, as Graph does.</summary>
internal sealed class MailboxGate
{
    public const int AtOnce = 4;

    private readonly ConcurrentDictionary<string, int> _inside = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where the mailbox has as many as it takes; else what is disposed of when the request is answered.</returns>
    public IDisposable? Enter(string mailbox)
    {
        if (_inside.AddOrUpdate(mailbox, 1, (_, inside) => inside + 1) <= AtOnce)
            return new Turn(this, mailbox);
        Leave(mailbox);
        return null;
    }

    private void Leave(string mailbox) => _inside.AddOrUpdate(mailbox, 0, (_, inside) => inside - 1);

    private sealed class Turn(MailboxGate gate, string mailbox) : IDisposable
    {
        public void Dispose() => gate.Leave(mailbox);
    }
}
