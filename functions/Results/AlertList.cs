using Microsoft.AspNetCore.Http;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Results;

/// <summary>Alerts, of one account or of all.</summary>
public sealed class AlertList(Rows rows)
{
    public async Task<IResult> ReadAsync(AlertRequest request, CancellationToken cancellationToken)
    {
        var pages = request.Partition is { } partition
            ? rows.ReadAsync(TableNames.Alerts, Rows.And(partition, request.Filter), cancellationToken)
            : rows.ByAccountAsync(TableNames.Alerts, request.Filter, cancellationToken);
        var form = new JsonRows(ResultTables.Get(TableNames.Alerts), isPage: false);
        return await RowsAnswer.ReadAsync(form, request.Coding, pages, null, cancellationToken);
    }
}
