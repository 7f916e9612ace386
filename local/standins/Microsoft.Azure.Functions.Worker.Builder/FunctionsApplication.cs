using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where an isolated worker app begins.</summary>
public class FunctionsApplication
{
    // The functions are those of the caller's assembly; inlined into the caller, this would ask about the caller's caller.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        new(args, Assembly.GetCallingAssembly().GetExportedTypes());
}
