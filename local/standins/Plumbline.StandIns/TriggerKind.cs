using System.Collections.Immutable;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.StandIns;

/// <summary>A trigger that this host serves: what marks it, what the platform calls it, what it hands to the function.</summary>
internal sealed record TriggerKind(Type Attribute, string Name, Type Input, bool TakesRetry)
{
    public static readonly ImmutableArray<TriggerKind> All =
    [
        new(typeof(HttpTriggerAttribute), "httpTrigger", typeof(HttpRequest), TakesRetry: false),
        new(typeof(TimerTriggerAttribute), "timerTrigger", typeof(TimerInfo), TakesRetry: true),
        new(typeof(ServiceBusTriggerAttribute), "serviceBusTrigger", typeof(ServiceBusReceivedMessage), TakesRetry: false),
    ];

    public static TriggerKind? Of(object attribute) => All.FirstOrDefault(kind => kind.Attribute == attribute.GetType());
}
