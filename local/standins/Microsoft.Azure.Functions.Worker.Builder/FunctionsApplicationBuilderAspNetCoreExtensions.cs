using Plumbline.StandIns;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Lets HTTP functions take ASP.NET Core's request and answer its results.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    // The request is there for what is added after this call, and the result is written once all of that has returned.
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.ServesHttp = true;
        builder.Use(HttpResults.Around);
        return builder;
    }
}
