using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using Plumbline.Cli.Commands;
using Plumbline.Functions.Tables;

namespace Plumbline.Local.Running;

/// <summary>The first run was not made; the message says how far it came.</summary>
internal sealed class FirstRunException(string message) : Exception(message);

/// <summary>Asks the functions for a run, as any client may, and waits until the run log has its result.</summary>
/// <param name="failed">Fails when the functions, or what they ask, end for good.</param>
internal sealed class FirstRun(string address, string key, TableSet tables, Task failed, FirstRunLimits limits)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly DateTimeOffset _since = Now;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <returns>Why it did not do all that it was asked; null where it did.</returns>
    public async Task<string?> MakeAsync(CancellationToken cancellationToken)
    {
        string run = await AskAsync(cancellationToken);
        while (true)
        {
            (TableEntity? row, string? unread) = await FindAsync(run, cancellationToken);
            string state = row?.GetString("state") ?? "";
            if (state is "finished" or "failed" or "dropped")
                return row?.GetString("error") is { Length: > 0 } why
                    ? $"the run ended with {why}; its row in 'runs' says more"
                    : null;
            if (state == "started" && IsOver(limits.ToEnd))
                throw new FirstRunException(
                    $"the run began and did not end within {Seconds(limits.ToEnd)}; see the functions' output above.");
            if (state != "started" && IsOver(limits.ToBegin))
                throw new FirstRunException(unread is not null
                    ? $"the run log cannot be read: {unread}"
                    : $"no function took the run from its queue within {Seconds(limits.ToBegin)}; see the functions' output above.");
            await PauseAsync(cancellationToken);
        }
    }

    // A worker that is being restarted answers 5xx: the order is given again until it is taken. Twice does no harm.
    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        while (true)
        {
            string why;
            try
            {
                using HttpResponseMessage answer = await SendAsync(client, cancellationToken);
                string body = await answer.Content.ReadAsStringAsync(cancellationToken);
                if (answer.IsSuccessStatusCode && RunOf(body) is { } run)
                    return run;
                why = $"POST /api/runs answered {(int)answer.StatusCode}{(body.Length > 0 ? " " : "")}{OneLine.Of(body)}";
                if ((int)answer.StatusCode < 500)
                    throw new FirstRunException($"the functions did not take the order for a run: {why}.");
            }
            catch (Exception lost) when (
                lost is HttpRequestException || (lost is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                why = lost.Message.TrimEnd('.');
            }
            if (IsOver(limits.ToBegin))
                throw new FirstRunException($"the functions did not take the order for a run within {Seconds(limits.ToBegin)}: {why}.");
            await PauseAsync(cancellationToken);
        }
    }

    private Task<HttpResponseMessage> SendAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/api/runs");
        request.Headers.Add("x-functions-key", key);
        return client.SendAsync(request, cancellationToken);
    }

    // Azurite may be down for a moment, and is started again meanwhile.
    private async Task<(TableEntity? Row, string? Unread)> FindAsync(string run, CancellationToken cancellationToken)
    {
        try
        {
            TableClient runs = tables[TableNames.Runs];
            await foreach (TableEntity row in runs.QueryAsync<TableEntity>(RunRow.Named(run), cancellationToken: cancellationToken))
                return (row, null);
            return (null, null);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            return (null, OneLine.Of(failure.GetBaseException().Message));
        }
    }

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        if (failed.IsFaulted)
            await failed;
        await Task.Delay(BetweenLooks, cancellationToken);
    }

    private bool IsOver(TimeSpan limit) => Now - _since > limit;

    private static string? RunOf(string body)
    {
        try
        {
            return JsonNode.Parse(body)?["run"]?.GetValue<string>();
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Seconds(TimeSpan limit) => string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds:0} seconds");
}
