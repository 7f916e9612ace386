namespace Plumbline.StandIns.Bus;

/// <summary>Who reads: a receiver of a queue or subscription, or of one of its sessions.</summary>
internal sealed record Reader(string Path, SessionKey? Session);
