namespace Azure.Data.Tables;

/// <summary>A row's columns and size as the service counts them: text in UTF-16, each name with each row.</summary>
internal struct RowTally(ITableEntity entity)
{
    /// <summary>255 with PartitionKey, RowKey and Timestamp.</summary>
    private const int OwnColumns = 252;
    private const int LargestRow = 1024 * 1024;
    private const int PerRow = 4;
    private const int PerColumn = 8;

    private int columns;
    private int bytes = PerRow + (2 * (entity.PartitionKey.Length + entity.RowKey.Length));

    public void Add(ColumnName name, int size)
    {
        columns++;
        bytes += PerColumn + (2 * name.Length) + size;
    }

    public readonly void Demand()
    {
        if (columns > OwnColumns)
        {
            throw TableFault.TooManyProperties();
        }

        if (bytes > LargestRow)
        {
            throw TableFault.EntityTooLarge();
        }
    }
}
