using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;

namespace Plumbline.Local.Worker;

/// <summary>Reports no functions, or one that cannot be loaded.</summary>
internal sealed class FaultyMetadata(bool load) : IFunctionMetadataProvider
{
    private const string Binding = """{"name":"request","type":"httpTrigger","direction":"In","authLevel":"Anonymous","methods":["get"]}""";

    public Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory)
    {
        if (!load)
        {
            throw new InvalidOperationException("the functions cannot be listed");
        }

        var function = new DefaultFunctionMetadata
        {
            Name = "Broken",
            EntryPoint = "no entry point",
            ScriptFile = "Local.Worker.dll",
            Language = "dotnet-isolated",
            RawBindings = [Binding],
        };
        return Task.FromResult(ImmutableArray.Create<IFunctionMetadata>(function));
    }
}

internal static class FaultyMetadataExtensions
{
    public static void AddFaultyMetadata(this FunctionsApplicationBuilder builder, string? start)
    {
        if (start is "metadata fails" or "load fails")
        {
            builder.Services.AddSingleton<IFunctionMetadataProvider>(new FaultyMetadata(start == "load fails"));
        }
    }
}
