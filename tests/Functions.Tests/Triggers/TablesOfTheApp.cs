using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>The app's tables for one class of tests, under names of their own in the Azurite that all share.</summary>
public sealed class TablesOfTheApp : IAsyncLifetime
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}"[..16];
    private string _connection = "";
    private TableSet? _tables;

    internal FirmBus Bus { get; } = FirmBus.Open($"t{Guid.NewGuid():N}", TimeProvider.System);

    public async Task InitializeAsync()
    {
        _connection = await AzuriteFixture.ConnectionStringAsync();
        _tables = new(new TableServiceClient(_connection), _prefix);
        await _tables.CreateAsync(CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    internal Task<RunningApp> AppAsync(params (string Name, string Value)[] settings) =>
        RunningApp.StartAsync(services => services.AddSingleton(_tables!), [("Tables", "UseDevelopmentStorage=true"), .. settings]);

    internal Task<RunningApp> AppAsync(Wire wire) =>
        RunningApp.StartAsync(services => services.AddSingleton(new TableSet(new(_connection, wire.Options), _prefix)), ("Tables", "UseDevelopmentStorage=true"));

    /// <summary>The app with its runs made by the test.</summary>
    internal Task<RunningApp> AppAsync(Govern govern, FirmBus? bus = null) =>
        RunningApp.StartAsync(services => services.AddSingleton(_tables!).AddSingleton(govern), ("Tables", "UseDevelopmentStorage=true"), ("ServiceBus", (bus ?? Bus).Connection));

    internal async Task<List<TableEntity>> RunsAsync() => await _tables![TableNames.Runs].QueryAsync<TableEntity>().ToListAsync();

    public async Task WriteAsync(string table, params TableEntity[] rows)
    {
        foreach (var partition in rows.GroupBy(r => r.PartitionKey))
            foreach (var some in partition.Chunk(100))
                await _tables![table].SubmitTransactionAsync(some.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)));
    }
}
