namespace Plumbline.StandIns.Bus;

/// <summary>What its receiver holds a session by.</summary>
internal sealed record SessionKey(string Id, Guid Token, DateTimeOffset LockedUntil);
