using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>One account's endpoint, and how to ask it something.</summary>
internal sealed class TableProtocol
{
    /// <summary>Tags and types of columns, and nothing that can be told from them.</summary>
    public const string Json = "application/json;odata=minimalmetadata";

    private static readonly TableErrorParser ErrorParser = new();

    private readonly HttpPipeline pipeline;
    private readonly string version;

    public TableProtocol(Uri endpoint, string? accountName, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Endpoint = endpoint;
        Root = endpoint.AbsoluteUri.TrimEnd('/');
        AccountName = accountName ?? endpoint.Host.Split('.')[0];
        version = options.Version;
        var settings = new HttpPipelineOptions(options) { RequestFailedDetailsParser = ErrorParser };
        settings.PerRetryPolicies.Add(authentication);
        pipeline = HttpPipelineBuilder.Build(settings);
    }

    public Uri Endpoint { get; }

    public string Root { get; }

    public string AccountName { get; }

    public static TableProtocol Of(string connectionString, TableClientOptions? options)
    {
        TableConnection connection = TableConnection.Parse(connectionString);
        return Of(connection.Endpoint, connection.Credential, options);
    }

    public static TableProtocol Of(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, credential.AccountName, new SharedKeyLitePolicy(credential), options);
    }

    public static TableProtocol Of(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, null, new BearerTokenAuthenticationPolicy(credential, "https://storage.azure.com/.default"), options);
    }

    public static RequestFailedException Failure(Response response) => new(response, null, ErrorParser);

    public HttpMessage Message(RequestMethod method, string url)
    {
        HttpMessage message = pipeline.CreateMessage();
        Request request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri(url));
        request.Headers.SetValue("x-ms-version", version);
        request.Headers.SetValue("DataServiceVersion", "3.0");
        request.Headers.SetValue("Accept", Json);
        return message;
    }

    public HttpMessage Message(RequestMethod method, string url, RequestContent content, string contentType = "application/json")
    {
        HttpMessage message = Message(method, url);
        message.Request.Headers.SetValue("Content-Type", contentType);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Content = content;
        return message;
    }

    /// <summary>The response, where it is a success or the status that the caller can do something with.</summary>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, int except = 0)
    {
        using (message)
        {
            await pipeline.SendAsync(message, cancellationToken);
            Response response = message.Response;
            return response.Status is >= 200 and < 300 || response.Status == except ? response : throw Failure(response);
        }
    }
}
