namespace Plumbline.Infra.Tests;

/// <summary>A test of published functions, which take minutes to publish: left out where their folder is not given.</summary>
internal sealed class PublishedAppFactAttribute : FactAttribute
{
    private const string Variable = "PLUMBLINE_APP";

    public PublishedAppFactAttribute() =>
        Skip = Folder is null ? $"give {Variable}: the folder that dotnet publish functions made" : Bicep.Missing;

    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;
}
