namespace Plumbline.Local.Bus.Amqp;

/// <summary>An interceptor ended the connection or silenced the call: the client gets no answer.</summary>
internal sealed class UnansweredException : Exception;
