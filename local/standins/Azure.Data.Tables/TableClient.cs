using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>One table: its rows, one by one, by query and in transactions.</summary>
public class TableClient
{
    private readonly TableProtocol protocol;
    private readonly EntityAddress address;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableProtocol.Of(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableProtocol.Of(endpoint, tokenCredential, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(TableProtocol.Of(endpoint, credential, options), tableName)
    {
    }

    internal TableClient(TableProtocol protocol, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        this.protocol = protocol;
        Name = tableName;
        address = new EntityAddress(protocol.Root, tableName);
    }

    public virtual string Name { get; }

    public virtual string AccountName => protocol.AccountName;

    public virtual Uri Uri => new(address.Rows);

    public static string CreateQueryFilter(FormattableString filter) => ODataLiteral.Filter(filter);

    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => ODataExpression.Filter(filter);

    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        new TableServiceClient(protocol).CreateTableIfNotExistsAsync(Name, cancellationToken);

    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        new TableServiceClient(protocol).DeleteTableAsync(Name, cancellationToken);

    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        WriteAsync(RequestMethod.Post, entity, default, cancellationToken);

    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        WriteAsync(Verb(mode), entity, default, cancellationToken);

    public virtual async Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        ifMatch == default
            ? throw new ArgumentException("Value cannot be empty: an update names the version it replaces, or ETag.All", nameof(ifMatch))
            : await WriteAsync(Verb(mode), entity, ifMatch, cancellationToken);

    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    /// <summary>A row that is not there is no failure: the response says 404.</summary>
    public virtual Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        HttpMessage message = RowMessage(RequestMethod.Delete, partitionKey, rowKey, "");
        message.Request.Headers.SetValue("If-Match", ifMatch == default ? "*" : ifMatch.ToString());
        return protocol.SendAsync(message, cancellationToken, except: 404);
    }

    public virtual async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        Response response = await protocol.SendAsync(RowMessage(RequestMethod.Get, partitionKey, rowKey, Selected(select)), cancellationToken);
        return Response.FromValue(EntityShape.Row<T>(response), response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        Response response = await protocol.SendAsync(RowMessage(RequestMethod.Get, partitionKey, rowKey, Selected(select)), cancellationToken, except: 404);
        return response.Status == 404 ? new NoRow<T>(response) : Response.FromValue(EntityShape.Row<T>(response), response);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        string? columns = select is null ? null : string.Join(',', select);
        return new Pages<T>(
            async (token, size, stop) =>
            {
                string url = address.Query(filter, columns, size, token);
                return PageReader.Entities<T>(await protocol.SendAsync(protocol.Message(RequestMethod.Get, url), stop));
            },
            maxPerPage,
            cancellationToken);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        QueryAsync<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        RequestBody body = RequestBody.Rent();
        var transaction = new TableTransaction(address);
        transaction.Write(body, transactionActions);
        Response response = await protocol.SendAsync(protocol.Message(RequestMethod.Post, address.Batch, body.Content, transaction.ContentType), cancellationToken);
        body.Return();
        return Response.FromValue(TransactionReader.Read(response), response);
    }

    private async Task<Response> WriteAsync(RequestMethod method, ITableEntity entity, ETag ifMatch, CancellationToken cancellationToken)
    {
        EntityLaws.DemandKeys(entity);
        RequestBody body = RequestBody.Rent();
        body.WriteEntity(entity);
        string url = method == RequestMethod.Post ? address.Rows : address.Row(entity.PartitionKey, entity.RowKey);
        HttpMessage message = protocol.Message(method, url, body.Content);
        if (ifMatch != default)
        {
            message.Request.Headers.SetValue("If-Match", ifMatch.ToString());
        }

        Response response = await protocol.SendAsync(message, cancellationToken);
        body.Return();
        return response;
    }

    private HttpMessage RowMessage(RequestMethod method, string partitionKey, string rowKey, string query)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return protocol.Message(method, address.Row(partitionKey, rowKey) + query);
    }

    private static string Selected(IEnumerable<string>? select) => select is null ? "" : $"?$select={Uri.EscapeDataString(string.Join(',', select))}";

    private static RequestMethod Verb(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => RequestMethod.Patch,
        TableUpdateMode.Replace => RequestMethod.Put,
        _ => throw new ArgumentException($"Unexpected value for mode: {mode}", nameof(mode)),
    };
}
