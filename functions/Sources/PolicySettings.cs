using Microsoft.Extensions.Configuration;
using Plumbline.Ingest.Policies;

namespace Plumbline.Functions.Sources;

/// <summary>Where the policy lies, in <c>Policy:Folder</c>; by default <c>policy</c> beside the app.</summary>
public sealed record PolicySettings(string Folder)
{
    public const string Key = "Policy:Folder";

    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "policy");

    /// <summary>Why there is no policy; null where there is one.</summary>
    public static string? Fault(PolicyReading reading) => reading.Policy is null ? $"{Key} holds a policy with {reading.Faults.Length} faults; the log says which" : null;

    public static PolicySettings Read(IConfiguration settings) => new(settings[Key] is { Length: > 0 } folder ? folder : Shipped);
}
