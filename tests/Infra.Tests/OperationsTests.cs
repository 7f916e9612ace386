using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Plumbline.Functions.Telemetry;

namespace Plumbline.Infra.Tests;

/// <summary>The alerts of operations watch what the app records.</summary>
public sealed partial class OperationsTests
{
    private static readonly Deployment Plain = Deployment.OfShipped("plain");

    [BicepFact]
    public void Rules_query_the_figures_that_the_app_records_for_them() =>
        Assert.Equal(
            Recorded().Order(StringComparer.Ordinal),
            Plain.OfType("Microsoft.Insights/scheduledQueryRules").Select(Watched).Distinct().Order(StringComparer.Ordinal));

    [BicepFact]
    public void The_age_of_the_newest_run_may_be_three_hours()
    {
        Resource rule = Plain.Only("Microsoft.Insights/scheduledQueryRules", "-run-age");
        Assert.Equal("plumbline.run.age", Watched(rule));
        Assert.Equal(3 * 60 * 60, (int?)rule.Properties["criteria"]!["allOf"]![0]!["threshold"]);
    }

    [BicepFact]
    public void Dead_letters_are_watched_by_the_namespaces_own_metric()
    {
        Resource rule = Plain.Only("Microsoft.Insights/metricAlerts");
        Assert.Equal("\"DeadletteredMessages\"", rule.Properties["criteria"]!["allOf"]![0]!["metricName"]!.ToJsonString());
        Assert.Contains(Plain.Only("Microsoft.ServiceBus/namespaces").Id, rule.Text("properties.scopes"), StringComparison.Ordinal);
    }

    [BicepFact]
    public void Every_rule_tells_the_people_whom_the_parameter_names()
    {
        Deployment told = Deployment.OfShipped("teams");
        Resource group = told.Only("Microsoft.Insights/actionGroups");
        Assert.Contains("operations@example.com", group.Text("properties.emailReceivers"), StringComparison.Ordinal);
        Resource[] rules = [.. told.OfType("Microsoft.Insights/scheduledQueryRules"), .. told.OfType("Microsoft.Insights/metricAlerts")];
        Assert.Equal(6, rules.Length);
        Assert.All(rules, rule => Assert.Contains(group.Id, rule.Text("properties.actions"), StringComparison.Ordinal));
    }

    [BicepFact]
    public void The_README_says_of_each_alert_what_it_means()
    {
        string section = Repository.Read("infra", "README.md").Split("## Operations alerts")[1].Split("\n## ")[0];
        IEnumerable<string> documented = Row().Matches(section).Select(m => m.Groups[1].Value);
        string prefix = $"{Plain.Only("Microsoft.Web/sites").Name}-";
        IEnumerable<string> deployed = from resource in Plain.Resources
                                       where resource.Type is "Microsoft.Insights/scheduledQueryRules" or "Microsoft.Insights/metricAlerts"
                                       select resource.Name[prefix.Length..];
        Assert.Equal(deployed.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    private static List<string> Recorded()
    {
        List<string> names = [];
        using var meter = new Meter(nameof(OperationsTests));
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Note(instrument, meter, names) };
        listener.Start();
        _ = new OperationsMetrics(meter);
        return names;
    }

    private static void Note(Instrument instrument, Meter meter, List<string> names)
    {
        if (instrument.Meter == meter)
            names.Add(instrument.Name);
    }

    private static string Watched(Resource rule) =>
        Name().Match((string)rule.Properties["criteria"]!["allOf"]![0]!["query"]!).Groups[1].Value;

    [GeneratedRegex(@"^AppMetrics \| where Name == '([\w.]+)'")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\| `([\w-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
