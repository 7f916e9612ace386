using System.Net;
using System.Reflection;
using System.Text.Json;

namespace Plumbline.Local.Tests.Contract;

/// <summary>Every operation of the contract is called on the local host, and every status that it names is answered once.</summary>
public sealed class ContractStatusTests(ContractHosts hosts) : IClassFixture<ContractHosts>
{
    // What the app cannot be brought to here is reached, for every operation, by a test of the functions.
    private const int Failed = 500;
    private const string FailedFile = "tests/Functions.Tests/Triggers/ContractTests.cs";
    private const string FailedTest = "What_fails_in_a_function_is_500_as_it_says";

    public static TheoryData<int> Requests => [.. Enumerable.Range(0, ContractRequest.All.Count)];

    [Fact]
    public void Every_status_of_every_operation_is_reached()
    {
        var reached = ContractRequest.All.Select(r => (r.Operation, r.Status)).Concat(Documented().Where(d => d.Status == Failed));
        Assert.Equal(Documented().Order(), reached.Distinct().Order());
    }

    [Fact]
    public void The_statuses_that_are_reached_elsewhere_are_reached_there()
    {
        var metadata = typeof(ContractStatusTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>();
        string file = Path.Combine(metadata.Single(m => m.Key == "RepositoryRoot").Value!, FailedFile);
        Assert.Contains($" {FailedTest}(", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task An_answer_is_as_its_contract_says(int index)
    {
        ContractRequest request = ContractRequest.All[index];
        using HttpResponseMessage answer = await request.AskAsync(hosts);
        string body = await answer.Content.ReadAsStringAsync();
        Assert.True((HttpStatusCode)request.Status == answer.StatusCode, $"{request}: {(int)answer.StatusCode} {body}");
        JsonElement operation = Operations().Single(o => o.Name == request.Operation).Value;
        JsonElement response = Resolved(operation.GetProperty("responses").GetProperty($"{request.Status}"));
        if (!response.TryGetProperty("content", out JsonElement forms))
        {
            Assert.Equal("", body);
            return;
        }
        string form = answer.Content.Headers.ContentType?.MediaType ?? "";
        Assert.True(forms.TryGetProperty(form, out JsonElement said), $"{request}: '{form}' is not in the contract");
        Assert.Equal(request.Code is null, form != "application/problem+json");
        if (form.EndsWith("json", StringComparison.Ordinal))
            Demand(JsonDocument.Parse(body).RootElement, Resolved(said.GetProperty("schema")));
        if (request.Code is { } code)
        {
            Assert.Equal(code, JsonDocument.Parse(body).RootElement.GetProperty("code").GetString());
            Assert.Contains($"`{code}`", response.GetProperty("description").GetString(), StringComparison.Ordinal);
        }
    }

    private IEnumerable<(string Name, JsonElement Value)> Operations() =>
        from path in hosts.Document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {Server}{path.Name}", operation.Value);

    private string? Server => hosts.Document.GetProperty("servers")[0].GetProperty("url").GetString();

    private IEnumerable<(string Name, int Status)> Documented() =>
        from operation in Operations()
        from response in operation.Value.GetProperty("responses").EnumerateObject()
        select (operation.Name, int.Parse(response.Name, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The type, the words, and every property that must be there with its own type.</summary>
    private void Demand(JsonElement value, JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out JsonElement forms))
            schema = Assert.Single(forms.EnumerateArray().Select(Resolved), form => Types(form).Contains(TypeOf(value)));
        Assert.Contains(TypeOf(value), Types(schema));
        if (schema.TryGetProperty("enum", out JsonElement words))
            Assert.Contains(value.GetString(), words.EnumerateArray().Select(w => w.GetString()));
        if (value.ValueKind == JsonValueKind.Array)
            Assert.All(value.EnumerateArray(), item => Demand(item, Resolved(schema.GetProperty("items"))));
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("required", out JsonElement required))
            Assert.All(required.EnumerateArray(), name => Demand(value.GetProperty(name.GetString()!), Typed(schema, name.GetString()!)));
    }

    private static IEnumerable<string?> Types(JsonElement schema)
    {
        JsonElement type = schema.GetProperty("type");
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()) : [type.GetString()];
    }

    private JsonElement Typed(JsonElement schema, string property) => Resolved(schema.GetProperty("properties").GetProperty(property));

    private JsonElement Resolved(JsonElement element) => element.TryGetProperty("$ref", out JsonElement of)
        ? of.GetString()!.Split('/').Skip(1).Aggregate(hosts.Document, (at, step) => at.GetProperty(step))
        : element;

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
