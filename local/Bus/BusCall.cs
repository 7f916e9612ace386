namespace Plumbline.Local.Bus;

/// <summary>
/// A client's call, before the broker acts (<paramref name="IsDone"/> is false) or once it has acted and written its journal.
/// </summary>
public sealed record BusCall(BusOperation Operation, string Entity, bool IsDone);
