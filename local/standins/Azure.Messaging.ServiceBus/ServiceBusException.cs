namespace Azure.Messaging.ServiceBus;

/// <summary>A failure of the service; a transient one may pass if the call is made again.</summary>
public class ServiceBusException : Exception
{
    public ServiceBusException()
    {
    }

    public ServiceBusException(string message, ServiceBusFailureReason reason, string? entityPath = null, Exception? innerException = null)
        : this(IsPassing(reason), message, entityPath, reason, innerException)
    {
    }

    public ServiceBusException(
        bool isTransient, string message, string? entityName = null, ServiceBusFailureReason reason = ServiceBusFailureReason.GeneralError, Exception? innerException = null)
        : base(message, innerException) => (IsTransient, EntityPath, Reason) = (isTransient, entityName, reason);

    public bool IsTransient { get; }

    public ServiceBusFailureReason Reason { get; }

    public string? EntityPath { get; }

    public override string Message => EntityPath is null ? $"{base.Message} ({Reason})" : $"{base.Message} ({EntityPath} - {Reason})";

    private static bool IsPassing(ServiceBusFailureReason reason) => reason
        is ServiceBusFailureReason.ServiceBusy or ServiceBusFailureReason.ServiceTimeout or ServiceBusFailureReason.ServiceCommunicationProblem;
}
