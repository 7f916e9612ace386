namespace Plumbline.Functions.Tests.Tables;

[RealService(Variable)]
public sealed class RealTableContract : TableContract
{
    private const string Variable = "PLUMBLINE_TABLES_CONNECTION";

    [RealServiceFact(Variable, "the connection string of a storage account in which tables may be made and dropped")]
    public Task The_connection_is_that_of_a_storage_account() => ConnectionStringAsync();

    protected override Task<string> ConnectionStringAsync() => Task.FromResult(Environment.GetEnvironmentVariable(Variable)!);
}
