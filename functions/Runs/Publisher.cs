using Azure;
using Azure.Data.Tables;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>
/// Sends what the outbox of an account holds, in the order of its keys, then keeps each transition in <c>transitions</c>, then takes it out
/// of the outbox. Stopped anywhere, it is done again from the start, and doing any of it again is harmless: the topic knows the ids, the
/// rows are the same rows, and what is gone is gone.
/// </summary>
internal sealed class Publisher(TableSet tables, Outgoing alerts)
{
    /// <summary>As many as one transaction takes.</summary>
    private const int AtOnce = 100;

    /// <param name="account">The key of the account's partition.</param>
    /// <param name="met">Told of each transition before it is sent; null for nobody.</param>
    public async Task PublishAsync(string account, Action<Transition>? met, CancellationToken cancellationToken)
    {
        Partition outbox = tables.Partition(TableNames.Alerts, account), transitions = tables.Partition(TableNames.Transitions, account);
        await foreach (Page<TableEntity> page in outbox.Walk(OutboxRow.First, OutboxRow.End, cancellationToken))
            foreach (TableEntity[] rows in page.Values.Chunk(AtOnce))
            {
                Transition[] waiting = [.. rows.Select(OutboxRow.Read)];
                if (met is not null)
                    Array.ForEach(waiting, met);
                await alerts.SendAsync([.. waiting.Select(AlertMessage.Of)], cancellationToken);
                await transitions.WriteAsync(rows.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, TransitionRow.Of(r))), cancellationToken);
                await outbox.DeleteAsync(rows, cancellationToken);
            }
    }
}
