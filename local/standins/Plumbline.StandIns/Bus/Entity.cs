namespace Plumbline.StandIns.Bus;

/// <summary>A queue or topic, as its senders see it.</summary>
internal sealed class Entity(string name, IReadOnlyList<Route> routes, DuplicateHistory? history)
{
    public string Name => name;

    public IReadOnlyList<Route> Routes => routes;

    public DuplicateHistory? History => history;

    public long LastSequence { get; set; }

    // What a queue refuses at its door, a subscription finds in its dead letters.
    public bool Refuses(Letter letter) => letter.SessionId == null && routes is [{ Mailbox: { Rules.RequiresSession: true } own }] && own.Path == name;

    /// <summary>What accepting these letters writes: a duplicate is accepted, numbered, and writes nothing.</summary>
    public (List<BusEntry> Entries, long[] Sequences) Accept(IReadOnlyList<Letter> letters, DateTimeOffset now)
    {
        history?.Forget(now);
        var (entries, sequences, ids) = (new List<BusEntry>(), new long[letters.Count], new HashSet<string>());
        for (var i = 0; i < letters.Count; i++)
        {
            sequences[i] = ++LastSequence;
            if (history == null || letters[i].MessageId is not { } id || (!history.Has(id, now) && ids.Add(id))) entries.AddRange(Post(letters[i], sequences[i], now));
        }
        return (entries, sequences);
    }

    private IEnumerable<BusEntry> Post(Letter letter, long sequence, DateTimeOffset now)
    {
        var (lost, fine) = routes.Where(r => r.Takes(letter)).Select(r => r.Mailbox).ToLookup(m => m.Rules.RequiresSession && letter.SessionId == null) switch { var l => (l[true], l[false]) };
        yield return new Posted(name, sequence, now, letter, [.. fine.Select(m => m.Path)]);
        foreach (var dead in lost.Select(m => m.Dead).OfType<Mailbox>())
            yield return new Posted(name, sequence, now, letter, [dead.Path], 0, "Session ID is null", "Session enabled entity doesn't allow a message whose session identifier is null.");
    }
}
