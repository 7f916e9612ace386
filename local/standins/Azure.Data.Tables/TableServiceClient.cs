using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>The tables of one storage account.</summary>
public class TableServiceClient
{
    private readonly TableProtocol protocol;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(TableProtocol.Of(connectionString, options))
    {
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableProtocol.Of(endpoint, tokenCredential, options))
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
        : this(TableProtocol.Of(endpoint, credential, options))
    {
    }

    internal TableServiceClient(TableProtocol protocol) => this.protocol = protocol;

    public virtual string AccountName => protocol.AccountName;

    public virtual Uri Uri => protocol.Endpoint;

    public static string CreateQueryFilter(FormattableString filter) => ODataLiteral.Filter(filter);

    public static string CreateQueryFilter(Expression<Func<TableItem, bool>> filter) => ODataExpression.Filter(filter);

    public virtual TableClient GetTableClient(string tableName) => new(protocol, tableName);

    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        CreateAsync(tableName, except: 0, cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        CreateAsync(tableName, except: 409, cancellationToken);

    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        HttpMessage message = protocol.Message(RequestMethod.Delete, $"{protocol.Root}/Tables('{Uri.EscapeDataString(tableName)}')");
        return protocol.SendAsync(message, cancellationToken, except: 404);
    }

    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new Pages<TableItem>(
            async (token, size, stop) =>
            {
                string url = TableList.Url(protocol.Root, filter, size, token);
                return PageReader.Tables(await protocol.SendAsync(protocol.Message(RequestMethod.Get, url), stop));
            },
            maxPerPage,
            cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(Expression<Func<TableItem, bool>> filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    // A table that is still being deleted is a conflict too, and it does not exist.
    private async Task<Response<TableItem>> CreateAsync(string tableName, int except, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        RequestContent content = RequestContent.Create(new { TableName = tableName });
        Response response = await protocol.SendAsync(protocol.Message(RequestMethod.Post, $"{protocol.Root}/Tables", content), cancellationToken, except);
        return response.Status == 409 && TableProtocol.Failure(response) is { } failure && failure.ErrorCode == TableErrorCode.TableBeingDeleted
            ? throw failure
            : Response.FromValue(new TableItem(tableName), response);
    }
}
