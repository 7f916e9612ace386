namespace Plumbline.Functions.Tests.StandIns.Bus;

[RealService(Variable)]
public sealed class RealBusContract : ServiceBusContract
{
    private const string Variable = "PLUMBLINE_BUS_CONNECTION";

    protected override TimeSpan Moment => TimeSpan.FromSeconds(3);

    protected override string Connection => Environment.GetEnvironmentVariable(Variable)!;

    [RealServiceFact(Variable, "the connection string of a namespace with the entities of tests/Functions.Tests/StandIns/Bus/contract.json")]
    public void The_connection_is_that_of_a_namespace() => Assert.NotEmpty(Connection);
}
