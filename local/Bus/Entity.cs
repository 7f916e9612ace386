namespace Plumbline.Local.Bus;

/// <summary>A way from a queue or topic to a mailbox; without filters every message passes.</summary>
internal sealed record Route(Mailbox Mailbox, IReadOnlyList<CorrelationFilter> Filters)
{
    public bool Takes(NewMessage message) => Filters.Count == 0 || Filters.Any(f => f.Passes(message));
}

/// <summary>A queue or topic, as its senders see it.</summary>
internal sealed class Entity(string name, bool isTopic, IReadOnlyList<Route> routes, DuplicateHistory? history)
{
    public string Name => name;

    public IReadOnlyList<Route> Routes => routes;

    public DuplicateHistory? History => history;

    public long LastSequence { get; set; }

    /// <summary>A queue refuses a message without the session that it requires; a subscription dead-letters it.</summary>
    public bool Refuses(NewMessage message) =>
        !isTopic && message.Content.SessionId is null && routes.Any(r => r.Mailbox.Rules.RequiresSession);

    /// <summary>The journal's entries for these messages, and their sequence numbers. A duplicate gets a number and no entry.</summary>
    public (List<JournalEntry> Entries, long[] Sequences) Accept(IReadOnlyList<NewMessage> messages, DateTimeOffset now)
    {
        history?.Forget(now);
        List<JournalEntry> entries = [];
        var ids = new HashSet<string>();
        long[] sequences = new long[messages.Count];
        for (int i = 0; i < sequences.Length; i++)
        {
            sequences[i] = LastSequence + 1 + i;
            if (history is null || messages[i].Content.MessageId is not { } id || (!history.Has(id, now) && ids.Add(id)))
            {
                entries.AddRange(Post(messages[i], sequences[i], now));
            }
        }

        return (entries, sequences);
    }

    private IEnumerable<JournalEntry> Post(NewMessage message, long sequence, DateTimeOffset now)
    {
        ILookup<bool, Mailbox> bySession = routes.Where(r => r.Takes(message)).Select(r => r.Mailbox)
            .ToLookup(m => m.Rules.RequiresSession && message.Content.SessionId is null);
        yield return new Posted(name, sequence, now, message.Content, [.. bySession[false].Select(m => m.Path)]);
        foreach (Mailbox dead in bySession[true].Select(m => m.DeadLetters).OfType<Mailbox>())
        {
            yield return new Posted(name, sequence, now, message.Content, [dead.Path])
            {
                Reason = "Session ID is null",
                Description = "Session enabled entity doesn't allow a message whose session identifier is null.",
            };
        }
    }
}
