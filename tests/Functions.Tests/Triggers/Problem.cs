using System.Net;
using System.Text.Json;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>What every refusal looks like.</summary>
internal static class Problem
{
    public static async Task<JsonElement> AssertAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        JsonElement problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(((int)status, code), (problem.GetProperty("status").GetInt32(), problem.GetProperty("code").GetString()));
        return problem;
    }
}
