using Microsoft.Extensions.Configuration;

namespace Plumbline.Functions.Sources;

/// <summary>Where the policy lies, in <c>Policy:Folder</c>; by default <c>policy</c> beside the app.</summary>
public sealed record PolicySettings(string Folder)
{
    public const string Key = "Policy:Folder";

    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "policy");

    public static PolicySettings Read(IConfiguration settings) => new(settings[Key] is { Length: > 0 } folder ? folder : Shipped);
}
