using System.Net;
using System.Text.Json;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>What stands in an address behind its question mark.</summary>
public sealed class QueryTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    public static TheoryData<string> Functions => [.. HttpFunction.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task No_function_ignores_a_parameter_that_it_does_not_know(string name)
    {
        HttpFunction function = HttpFunction.All.Single(f => f.Name == name);
        await using ServedApp app = await tables.AppAsync();
        HttpResponseMessage answer = await app.Client.SendAsync(function.Ask("?nonsense=1&code=secret&clientId=default"));
        JsonElement problem = await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "unknown_parameter");
        Assert.StartsWith("There is no query parameter 'nonsense'. ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Every_function_takes_what_the_host_reads_of_the_address(string name)
    {
        HttpFunction function = HttpFunction.All.Single(f => f.Name == name);
        await using ServedApp app = await tables.AppAsync();
        Assert.True((await app.Client.SendAsync(function.Ask("?code=secret&clientId=default"))).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("alerts?stat=open", "unknown_parameter", "There is no query parameter 'stat' (did you mean 'state'?). There are account, state, severity, measure, owner.")]
    [InlineData("alerts?x=1&stat=open", "unknown_parameter", "There is no query parameter 'stat' (did you mean 'state'?), 'x'. There are account, state, severity, measure, owner.")]
    [InlineData("alerts?open", "unknown_parameter", "There is no query parameter 'open'. There are account, state, severity, measure, owner.")]
    [InlineData("results/scores?verdict=breached", "unknown_parameter", "There is no query parameter 'verdict'. There are account, format, since, top, continue.")]
    [InlineData("results/findings?verdicts=breached", "unknown_parameter", "There is no query parameter 'verdicts' (did you mean 'verdict'?). There are account, format, since, top, continue, verdict, severity, measure, owner.")]
    [InlineData("health?a=1", "unknown_parameter", "There is no query parameter 'a'. None is taken here.")]
    [InlineData("alerts?state=open&state=all", "repeated_parameter", "The query parameter 'state' is given 2 times; give it once.")]
    [InlineData("results/findings?account=A1&ACCOUNT=A1", "repeated_parameter", "The query parameter 'account' is given 2 times; give it once.")]
    [InlineData("alerts?state=", "empty_parameter", "The query parameter 'state' is empty; give it a value, or leave it out.")]
    [InlineData("alerts?owner", "empty_parameter", "The query parameter 'owner' is empty; give it a value, or leave it out.")]
    [InlineData("results/findings?account=%20", "empty_parameter", "The query parameter 'account' is empty; give it a value, or leave it out.")]
    [InlineData("results/scores?format=", "empty_parameter", "The query parameter 'format' is empty; give it a value, or leave it out.")]
    [InlineData("alerts?owner=P%00", "wrong_parameter", "The query parameter 'owner' holds a control character.")]
    public async Task What_is_wrong_with_a_parameter_is_said_with_its_name(string path, string code, string says)
    {
        await using ServedApp app = await tables.AppAsync();
        JsonElement problem = await Problem.AssertAsync(await app.Client.GetAsync("/api/" + path), HttpStatusCode.BadRequest, code);
        Assert.Equal(says, problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Of_many_unknown_parameters_twenty_are_named()
    {
        await using ServedApp app = await tables.AppAsync();
        string path = $"/api/health?{string.Join('&', Enumerable.Range(10, 25).Select(i => $"p{i}=1"))}";
        JsonElement problem = await Problem.AssertAsync(await app.Client.GetAsync(path), HttpStatusCode.BadRequest, "unknown_parameter");
        Assert.EndsWith("'p29' and 5 more. None is taken here.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
