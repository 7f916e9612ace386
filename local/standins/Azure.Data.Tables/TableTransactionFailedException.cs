using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction of which nothing was stored, with the action that was refused.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    internal const string FailedIndex = "FailedEntity";

    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        foreach (object key in requestFailedException.Data.Keys)
        {
            Data.Add(key, requestFailedException.Data[key]);
        }

        if (int.TryParse(Data[FailedIndex] as string, NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            FailedTransactionActionIndex = index;
        }
    }

    /// <summary>The action's place among those submitted, from 0; none where the transaction as a whole was refused.</summary>
    public int? FailedTransactionActionIndex { get; }
}
