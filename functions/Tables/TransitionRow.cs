using Azure.Data.Tables;

namespace Plumbline.Functions.Tables;

/// <summary>A row <c>fingerprint~sequence</c> of <c>transitions</c>: a transition that has been sent, kept for good.</summary>
public static class TransitionRow
{
    /// <summary>The row of the outbox as it was, under the key that it keeps.</summary>
    public static TableEntity Of(TableEntity outbox)
    {
        TableEntity row = Columns.Copy(outbox);
        row.RowKey = outbox.RowKey[OutboxRow.First.Length..];
        return row;
    }
}
