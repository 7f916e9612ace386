namespace Plumbline.Functions;

/// <summary>Settings of one part of the app, which it can start without: what they lack is said at the start and at <c>/api/health</c>.</summary>
public interface ISettings
{
    /// <summary>Why the part cannot work; null where it can. It names settings, never their values.</summary>
    string? Fault { get; }
}
