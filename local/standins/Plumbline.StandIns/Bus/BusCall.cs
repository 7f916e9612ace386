namespace Plumbline.StandIns.Bus;

/// <summary>A client's call as a test may interrupt it: before the broker did anything, or once it is done and written, and before the client learns of it.</summary>
internal sealed record BusCall(BusOperation Operation, string Entity, bool IsDone);
