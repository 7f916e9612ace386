using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Plumbline.Functions.Tables;

namespace Plumbline.Local.Running;

/// <summary>The first run was not made; the message says how far it came.</summary>
internal sealed class FirstRunException(string message) : Exception(message);

/// <summary>Asks the functions for a run, as anybody may, and waits until the run log says what became of it.</summary>
internal static class FirstRun
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>The queue is read every second: a run that has not begun by then never will.</summary>
    private static readonly TimeSpan ToBegin = TimeSpan.FromMinutes(1);

    /// <summary>functionTimeout of host.json.</summary>
    private static readonly TimeSpan ToEnd = TimeSpan.FromMinutes(10);

    /// <param name="failed">Fails when the functions end for good.</param>
    /// <returns>Why it did not do all that it was asked; null where it did.</returns>
    public static async Task<string?> MakeAsync(string address, string key, TableSet tables, Task failed, CancellationToken cancellationToken)
    {
        string run = await AskAsync(address, key, cancellationToken);
        DateTimeOffset asked = TimeProvider.System.GetUtcNow();
        while (true)
        {
            TableEntity? row = await FindAsync(tables, run, cancellationToken);
            string state = row?.GetString("state") ?? "";
            if (state is "finished" or "failed" or "dropped")
                return row?.GetString("error") is { Length: > 0 } why ? $"the run ended with {why}; its row in 'runs' says more" : null;
            TimeSpan waited = TimeProvider.System.GetUtcNow() - asked;
            if (state != "started" && waited > ToBegin)
                throw new FirstRunException("the run was asked for, and no function took it from its queue within a minute; see what the functions said above.");
            if (waited > ToEnd)
                throw new FirstRunException("the run began and did not end within ten minutes; see what the functions said above.");
            if (failed.IsFaulted)
                await failed;
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    private static async Task<string> AskAsync(string address, string key, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/api/runs");
        request.Headers.Add("x-functions-key", key);
        using HttpResponseMessage answer = await client.SendAsync(request, cancellationToken);
        string body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode && JsonNode.Parse(body)?["run"]?.GetValue<string>() is { } run
            ? run : throw new FirstRunException($"the functions did not take the order for a run: {(int)answer.StatusCode} {body}");
    }

    private static async Task<TableEntity?> FindAsync(TableSet tables, string run, CancellationToken cancellationToken)
    {
        await foreach (TableEntity row in tables[TableNames.Runs].QueryAsync<TableEntity>(RunRow.Named(run), cancellationToken: cancellationToken))
            return row;
        return null;
    }
}
