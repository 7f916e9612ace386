// The topic on which each transition of an alert is one message, and those who listen to it. No key opens it.
param name string
param location string
param tags { *: string }

// Who is told at once: severity critical or high, when an alert opens, worsens, comes back or is over.
var told = flatten(map(['critical', 'high'], severity => map(['opened', 'worsened', 'reopened', 'resolved'], transition => {
  severity: severity
  transition: transition
})))

// A subscription without a reader drops its oldest messages. Else it would fill the topic, and nothing more could be sent.
var unread = 'P14D'

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard', tier: 'Standard' }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
  }
}

resource alerts 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' = {
  parent: namespace
  name: 'alerts'
  properties: {
    // A transition that is sent again within a day is dropped. Neither can be changed later.
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'P1D'
  }
}

resource all 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = {
  parent: alerts
  name: 'all'
  properties: { lockDuration: 'PT1M', maxDeliveryCount: 10, requiresSession: false, defaultMessageTimeToLive: unread }
}

resource byAccount 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = {
  parent: alerts
  name: 'by-account'
  properties: { lockDuration: 'PT1M', maxDeliveryCount: 10, requiresSession: true, defaultMessageTimeToLive: unread }
}

resource people 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = {
  parent: alerts
  name: 'people'
  properties: { lockDuration: 'PT1M', maxDeliveryCount: 10, requiresSession: false, defaultMessageTimeToLive: unread }
}

// Azure gives a new subscription the rule `$Default`, which lets every message through: the first filter takes its place.
resource filter 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2024-01-01' = [for (one, i) in told: {
  parent: people
  name: i == 0 ? '$Default' : '${one.severity}-${one.transition}'
  properties: {
    filterType: 'CorrelationFilter'
    correlationFilter: { properties: { severity: one.severity, transition: one.transition } }
  }
}]

output name string = namespace.name
output host string = split(split(namespace.properties.serviceBusEndpoint, '//')[1], ':')[0]
