namespace Plumbline.Local.Bus;

/// <summary>The emulator cannot start; the message says why: the entities file, the journal, the port or the place it runs in.</summary>
public sealed class ServiceBusEmulatorException(string message, Exception? inner = null) : Exception(message, inner);
