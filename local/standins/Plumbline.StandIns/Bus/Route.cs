namespace Plumbline.StandIns.Bus;

/// <summary>A way from a queue or topic to a mailbox; without a rule everything passes.</summary>
internal sealed record Route(Mailbox Mailbox, IReadOnlyList<CorrelationRule> Rules)
{
    public bool Takes(Letter letter) => Rules.Count == 0 || Rules.Any(r => r.Passes(letter));
}
