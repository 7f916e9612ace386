using System.Buffers;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>The multipart body of an entity group transaction: one change set, a part an action.</summary>
internal sealed class TableTransaction(EntityAddress address)
{
    private readonly string batch = $"batch_{Guid.NewGuid()}";
    private readonly string changes = $"changeset_{Guid.NewGuid()}";
    private byte[] beforePart = [];
    private string? partition;
    private int count;

    public string ContentType => $"multipart/mixed; boundary={batch}";

    public void Write(RequestBody body, IEnumerable<TableTransactionAction> actions)
    {
        beforePart = Encoding.UTF8.GetBytes($"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        Text(body, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        foreach (TableTransactionAction action in actions)
        {
            WriteChecked(body, action);
            count++;
        }

        if (count == 0)
        {
            throw new InvalidOperationException("a transaction has at least one action");
        }

        Text(body, $"--{changes}--\r\n--{batch}--\r\n");
    }

    private void WriteChecked(RequestBody body, TableTransactionAction action)
    {
        EntityLaws.DemandPresent(action.Entity);
        partition ??= action.Entity.PartitionKey;
        try
        {
            if (action.Entity.PartitionKey != partition)
            {
                throw TableFault.DifferentPartitions();
            }

            Write(body, action);
        }
        catch (RequestFailedException fault)
        {
            throw TableFault.InTransaction(fault, count);
        }
    }

    private void Write(RequestBody body, TableTransactionAction action)
    {
        body.Bytes.Write(beforePart);
        Text(body, Verb(action.ActionType));
        Text(body, action.ActionType == TableTransactionActionType.Add ? address.Rows : address.Row(action.Entity.PartitionKey, action.Entity.RowKey));
        body.Bytes.Write(" HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n"u8);
        if (IfMatch(action) is { } tag)
        {
            Text(body, $"If-Match: {tag}\r\n");
        }

        if (action.ActionType == TableTransactionActionType.Delete)
        {
            EntityLaws.DemandKeys(action.Entity);
            body.Bytes.Write("\r\n"u8);
            return;
        }

        body.Bytes.Write("Prefer: return-no-content\r\nContent-Type: application/json\r\n\r\n"u8);
        body.WriteEntity(action.Entity);
        body.Bytes.Write("\r\n"u8);
    }

    private static string Verb(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST ",
        TableTransactionActionType.Delete => "DELETE ",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH ",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT ",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not an action of a transaction"),
    };

    private static string? IfMatch(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete when action.ETag == default => "*",
        TableTransactionActionType.Delete or TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace when action.ETag != default => action.ETag.ToString(),
        _ => null,
    };

    private static void Text(RequestBody body, string text) => Encoding.UTF8.GetBytes(text, body.Bytes);
}
