// What tells the people who run Plumbline that it does not run as it should. infra/README.md says of each alert what it means.
param tags { *: string }
param location string
param prefix string
param workspaceId string
param bus string

@description('Empty: alerts show in the portal alone.')
param email string

type rule = {
  name: string
  title: string

  @description('A metric of the app, as RelayOutbox gives it every five minutes.')
  metric: string
  above: int
}

var rules rule[] = [
  { name: 'poison', title: 'A message failed five times', metric: 'plumbline.poison.messages', above: 0 }
  { name: 'run-age', title: 'No run has finished for three hours', metric: 'plumbline.run.age', above: 10800 }
  { name: 'balance', title: 'Alerts lack transitions', metric: 'plumbline.alerts.unbalanced', above: 0 }
  { name: 'outbox-age', title: 'A transition has waited half an hour to be sent', metric: 'plumbline.outbox.age', above: 1800 }
]

resource recipients 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${prefix}-operations'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'Plumbline'
    emailReceivers: empty(email) ? [] : [{ name: 'operations', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'A subscriber gave a message up ten times'
    severity: 2
    enabled: true
    scopes: [namespace.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead letters'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: recipients.id }]
  }
}

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: bus
}

resource aboveLimit 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for one in rules: {
  name: '${prefix}-${one.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${prefix}: ${one.title}'
    description: one.title
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    // The table of metrics is there from the first metric on.
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == \'${one.metric}\' | project TimeGenerated, Value = Max'
          metricMeasureColumn: 'Value'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: one.above
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [recipients.id] }
  }
}]

// The other rules see nothing where the app says nothing. The age of the outbox is said in every round, 0 where nothing waits.
resource silent 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${prefix}-silent'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${prefix}: the app says nothing'
    description: 'The app has given no metric for an hour'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT30M'
    windowSize: 'PT1H'
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == \'plumbline.outbox.age\''
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [recipients.id] }
  }
}
