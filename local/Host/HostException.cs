namespace Plumbline.Local.Host;

/// <summary>The host cannot start or go on; the message says why, and what to do.</summary>
public sealed class HostException(string message, Exception? inner = null) : Exception(message, inner);
