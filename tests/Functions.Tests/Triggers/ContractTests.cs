using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Deliveries;
using Plumbline.Functions.Results;
using Plumbline.Functions.Tables;
using Plumbline.Ingest.Exports;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>The contract, openapi.json, held to the functions: whatever one of them has, the other has too.</summary>
public sealed class ContractTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    private static readonly JsonElement Document = Read();

    public static TheoryData<string> Operations => [.. Documented().Select(o => o.Name)];

    [Fact]
    public void Every_function_that_a_request_calls_is_in_it_and_nothing_else() =>
        Assert.Equal(
            from function in HttpFunction.All
            from method in function.Methods
            orderby function.Route, method
            select $"{method.ToUpperInvariant()} {function.Route} {function.Name}",
            from operation in Documented()
            orderby operation.Path, operation.Name
            select $"{operation.Name} {operation.Value.GetProperty("operationId").GetString()}");

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_key_is_demanded_where_the_function_demands_one(string name)
    {
        (HttpFunction function, JsonElement operation) = Find(name);
        string[] expected = function.Trigger.AuthLevel != AuthorizationLevel.Anonymous ? ["functionKey", "functionKeyInAddress"]
            : Parts(function).Contains(typeof(ExportIntake)) ? ["exportKey"] : [];
        JsonElement security = operation.TryGetProperty("security", out JsonElement own) ? own : Document.GetProperty("security");
        Assert.Equal(expected, security.EnumerateArray().SelectMany(s => s.EnumerateObject()).Select(s => s.Name));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task It_names_each_parameter_that_is_taken_and_no_other(string name)
    {
        (HttpFunction function, JsonElement operation) = Find(name);
        await using ServedApp app = await tables.AppAsync();
        HttpResponseMessage refusal = await app.Client.SendAsync(function.Ask("?nonsense=1"));
        string says = JsonDocument.Parse(await refusal.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!;
        string[] documented = [.. Parameters(operation, "query")];
        Assert.EndsWith(documented.Length == 0 ? " None is taken here." : $" There are {string.Join(", ", documented)}.", says, StringComparison.Ordinal);
        string[] ofRoute = [.. function.Route.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1])];
        Assert.Equal(ofRoute, Parameters(operation, "path"));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_fails_in_a_function_is_500_as_it_says(string name)
    {
        (HttpFunction function, JsonElement operation) = Find(name);
        // Where nothing is asked, nothing fails.
        Assert.Equal(!function.Method.IsStatic, operation.GetProperty("responses").TryGetProperty("500", out _));
        if (function.Method.IsStatic)
            return;
        await using ServedApp app = await tables.AppAsync(services =>
        {
            foreach (Type part in Parts(function))
                services.AddSingleton(part, _ => throw new InvalidOperationException("secret detail"));
        });
        HttpResponseMessage answer = await app.Client.SendAsync(function.Ask());
        JsonElement problem = await Problem.AssertAsync(answer, HttpStatusCode.InternalServerError, "internal_error");
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_lists_are_those_of_the_code()
    {
        Assert.Equal(TableNames.Results, Words("Table"));
        Assert.Equal(PlainFiles.Names, Words("PlainFile"));
        Assert.Equal(Verdicts.Names, Words("Verdict"));
        Assert.Equal(SeverityNames.All, Words("Severity"));
        Assert.Equal(typeof(ColumnTypes).GetFields().Select(f => f.GetRawConstantValue()), Words("ColumnType"));
        Assert.Equal(["open", .. AlertRow.StateNames, "all"], Words("AlertState"));
    }

    [Fact]
    public void Its_keys_are_sent_as_the_app_reads_them() =>
        Assert.Equal(ExportIntake.KeyHeader, At("#/components/securitySchemes/exportKey/name").GetString());

    [Fact]
    public async Task It_is_served_to_anybody_as_it_was_built()
    {
        await using ServedApp app = await ServedApp.StartAsync(_ => { });
        HttpResponseMessage answer = await app.Client.GetAsync("/api/openapi.json");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Document.GetRawText(), JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetRawText());
    }

    private static JsonElement Read()
    {
        using Stream document = Contract.Open();
        return JsonDocument.Parse(document).RootElement.Clone();
    }

    private static IEnumerable<(string Name, string Path, JsonElement Value)> Documented() =>
        from path in Document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        let address = Document.GetProperty("servers")[0].GetProperty("url").GetString() + path.Name
        select ($"{operation.Name.ToUpperInvariant()} {address}", address, operation.Value);

    private static (HttpFunction Function, JsonElement Operation) Find(string name) => (
        HttpFunction.All.Single(f => name == $"{f.Methods.Single().ToUpperInvariant()} {f.Route}"),
        Documented().Single(o => o.Name == name).Value);

    private static IEnumerable<string> Parameters(JsonElement operation, string place) =>
        from parameter in operation.TryGetProperty("parameters", out JsonElement parameters) ? parameters.EnumerateArray().Select(Resolved) : []
        where parameter.GetProperty("in").GetString() == place
        select parameter.GetProperty("name").GetString();

    private static JsonElement Resolved(JsonElement parameter) => parameter.TryGetProperty("$ref", out JsonElement of) ? At(of.GetString()!) : parameter;

    private static JsonElement At(string reference) => reference.Split('/').Skip(1).Aggregate(Document, (at, step) => at.GetProperty(step));

    private static IEnumerable<string?> Words(string schema) => At($"#/components/schemas/{schema}/enum").EnumerateArray().Select(e => e.GetString());

    private static Type[] Parts(HttpFunction function) => function.Method.IsStatic ? []
        : [.. function.Method.DeclaringType!.GetConstructors().Single().GetParameters().Select(p => p.ParameterType)];
}
