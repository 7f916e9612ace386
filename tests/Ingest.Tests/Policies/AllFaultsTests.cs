using Plumbline.Ingest.Policies;

namespace Plumbline.Ingest.Tests.Policies;

public class AllFaultsTests
{
    private const string Measures = """
        - id: Invoice Raised
          title: A
          for each: bilable month
          deadline: { done: piad, wihtin: 3 wroking days, after: month end }
          severity: hgih
        - id: b
          title:
          for each: invoice
          deadline: { done: paid, within: -1 day, after: due date, before: due date }
          alert per: ocasion
        - id: c
          for each: account
          cadence: { activity: review, every: monht, evidence: heldd, attended by: [customer] }
          alert on old: true
        - id: c
          title: C
          for each: account
          threshold: { figure: utilization, at least: 90, at most: 75 }
          warn: 1.5 days
        - id: d
          title: D
          for each: account
          coverage: { role: account lead, holders: at least 0 }
          agreement: { record: opportunity, in: [crm] }
        """;

    private static readonly string[] Expected =
    [
        "measures.yaml:1:7: 'Invoice Raised' is no id: it has lower-case letters, digits and hyphens, at most 60, and begins with a letter; did you mean 'invoice-raised'?",
        "measures.yaml:3:13: unknown population 'bilable month'; did you mean 'billable month'?",
        "measures.yaml:4:21: unknown event 'piad'; did you mean 'paid'?",
        "measures.yaml:4:27: unknown key 'wihtin'; did you mean 'within'?",
        "measures.yaml:4:35: '3 wroking days' is no duration: it is a whole number of days, weeks, months or working days; did you mean '3 working days'?",
        "measures.yaml:5:13: 'hgih' is no value of 'severity'; did you mean 'high'?",
        "measures.yaml:7:9: expected text, not nothing",
        "measures.yaml:9:35: '-1 day' is no duration: it is a whole number of days, weeks, months or working days; did you mean '1 day'?",
        "measures.yaml:9:60: 'before' beside 'after': a deadline has one of 'after', 'before'",
        "measures.yaml:10:14: 'ocasion' is no value of 'alert per'; did you mean 'occasion'?",
        "measures.yaml:11:3: a measure needs 'title'",
        "measures.yaml:13:39: 'monht' is no value of 'every': it is one of 'week', 'month', 'quarter', 'half-year', 'year', or a duration; did you mean 'month'?",
        "measures.yaml:13:56: 'heldd' is no value of 'evidence'; did you mean 'held'?",
        "measures.yaml:13:76: 'attended by' is written as keys and values, not as a list",
        "measures.yaml:14:17: 'true' is no value of 'alert on old'; did you mean 'yes'?",
        "measures.yaml:15:7: the id 'c' is already that of the measure on line 11",
        "measures.yaml:18:24: unknown figure 'utilization'; did you mean 'utilisation'?",
        "measures.yaml:18:51: 'at most' lies below 'at least': nothing is within",
        "measures.yaml:19:3: 'warn' beside 'threshold': only what has a due day gives a warning",
        "measures.yaml:19:9: '1.5 days' is no duration: it is a whole number of days, weeks, months or working days; did you mean '2 days'?",
        "measures.yaml:23:44: 'at least 0' always holds; did you mean 'at least 1'?",
        "measures.yaml:24:3: 'agreement' beside 'coverage': a measure has one of 'deadline', 'cadence', 'threshold', 'coverage', 'agreement'",
    ];

    private const string Choosy = """
        - id: e
          title: E
          for each: account
          where: { importence: key, role: [core, extendd] }
          cadence: { activity: any, every: 6 weeks, attended by: { all of: [exectuive], non of: [outsider] }, never: breached, pause: leaves }
          terms: [{ from: 2026/07/01, every: 8 weks }]
        - id: f
          title: F
          for each: engagement
          coverage: { days: days with hour, within: signed statement of work, holders: exactly 1 }
          overrides: [{ acount: A1, reason: r, within: days with hours }]
        - id: g
          title: G
          for each: account
          threshold: { figure: satisfaction, at least: margn target, change: { abvoe: -2, since: previuos } }
        - id: h
          title: H
          for each: account
          coverage: { role: account lead, holders: at leat 1, with: { career levl: at least lead leval } }
        - id: i
          title: I
          for each: account
          agreement: { role: account lead, in: [psa], same: [stage] }
          roll up: ageng
        - id: j
          title: J
          for each: invoice
          deadline: { done: { totl: { of: invoiced net, reaches: 99, share of: bilable value } }, within: 5 wd, after: due dat }
        """;

    private static readonly string[] ExpectedOfChoosy =
    [
        "measures.yaml:4:12: unknown key 'importence'; did you mean 'importance'?",
        "measures.yaml:4:29: 'role' does not go with 'account', which has the trait 'importance'; 'role' goes with 'change of a role', 'role holder', 'start of a role'",
        "measures.yaml:4:42: 'extendd' is no value of 'role'; did you mean 'extended'?",
        "measures.yaml:5:69: 'exectuive' is no value of 'all of'; did you mean 'executive'?",
        "measures.yaml:5:81: unknown key 'non of'; did you mean 'none of'?",
        "measures.yaml:5:120: 'pause' beside a duration: leave takes a period out, and here there is none",
        "measures.yaml:5:120: 'pause' does not go with 'account'; it goes with 'person now on an account', 'person on an account', 'role holder'",
        "measures.yaml:5:127: 'leaves' is no value of 'pause'; did you mean 'leave'?",
        "measures.yaml:6:19: '2026/07/01' is no day as yyyy-MM-dd; did you mean '2026-07-01'?",
        "measures.yaml:6:38: '8 weks' is no duration: it is a whole number of days, weeks, months or working days; did you mean '8 weeks'?",
        "measures.yaml:10:21: unknown set of days 'days with hour'; did you mean 'days with hours'?",
        "measures.yaml:10:71: 'holders' beside 'days': it goes with 'role'",
        "measures.yaml:11:17: unknown key 'acount'; did you mean 'account'?",
        "measures.yaml:15:48: unknown target 'margn target'; did you mean 'margin target'?",
        "measures.yaml:15:72: unknown key 'abvoe'; did you mean 'above'?",
        "measures.yaml:15:90: 'previuos' is no value of 'since': it is 'previous', or a duration; did you mean 'previous'?",
        "measures.yaml:19:44: 'at leat 1' is no number of holders: it is 'exactly N' or 'at least N'; did you mean 'at least 1'?",
        "measures.yaml:19:63: unknown key 'career levl'; did you mean 'career level'?",
        "measures.yaml:19:76: 'at least lead leval' is no career level: it is 'at least' and one of firm.yaml, or 'at least lead level'; did you mean 'at least lead level'?",
        "measures.yaml:23:40: an agreement is between two systems or more, not 1",
        "measures.yaml:23:47: 'same' beside 'role': of a role, who holds it is compared",
        "measures.yaml:24:3: 'roll up' does not go with 'account'; it goes with 'invoice'",
        "measures.yaml:24:12: 'ageng' is no value of 'roll up'; did you mean 'ageing'?",
        "measures.yaml:28:23: unknown key 'totl'; did you mean 'total'?",
        "measures.yaml:28:35: 'invoiced net' does not go with 'invoice', which has no amount; 'invoiced net' goes with 'billable month'",
        "measures.yaml:28:58: '99' is no percentage; did you mean '99 %'?",
        "measures.yaml:28:72: unknown amount 'bilable value'; did you mean 'billable value'?",
        "measures.yaml:28:99: '5 wd' is no duration: it is a whole number of days, weeks, months or working days",
        "measures.yaml:28:112: unknown anchor 'due dat'; did you mean 'due date'?",
    ];

    [Fact]
    public void Every_fault_of_a_file_is_reported_with_its_line_its_column_and_what_was_probably_meant() =>
        Assert.Equal(Expected, PolicyFolder.FaultsOf("measures.yaml", Measures));

    [Fact]
    public void Twenty_different_faults_and_more_are_all_of_them_reported()
    {
        Assert.Equal(ExpectedOfChoosy, PolicyFolder.FaultsOf("measures.yaml", Choosy));
        Assert.InRange(ExpectedOfChoosy.Length, 20, int.MaxValue);
        Assert.InRange(ExpectedOfChoosy.Count(f => f.Contains("; did you mean '", StringComparison.Ordinal)), 20, int.MaxValue);
    }

    [Fact]
    public void The_faults_of_all_files_are_reported_together()
    {
        using var folder = new PolicyFolder();
        folder.With("measures.yaml", "- id: a").With("firm.yaml", "zone: Europe/Lodnon\nregoin: scotland\n").With("holidays/scotland.json", "{");
        File.Delete(folder.PathOf("holidays/northern-ireland.json"));
        Assert.Equal(
            [
                "measures.yaml:1:3: a measure needs 'title'",
                "measures.yaml:1:3: a measure needs 'for each'",
                "measures.yaml:1:3: a measure needs one of 'deadline', 'cadence', 'threshold', 'coverage', 'agreement'",
                "firm.yaml:1:7: 'Europe/Lodnon' is no zone of the tz database; did you mean 'Europe/London'?",
                "firm.yaml:2:1: unknown key 'regoin'; did you mean 'region'?",
                "holidays/scotland.json:1:2: not JSON here",
                "holidays/northern-ireland.json: there is no such file",
            ],
            folder.Faults());
    }

    [Fact]
    public void Broken_syntax_in_one_measure_hides_no_fault_of_another()
    {
        string[] faults = PolicyFolder.FaultsOf("measures.yaml", "- id: a\n  title: [\n\n- id: b\n  title: B\n  for each: acount\n  threshold: { figure: utilisation, at least: 1 }\n");
        Assert.Equal(2, faults.Length);
        Assert.Matches("^measures.yaml:[23]:[0-9]+: not YAML: ", faults[0]);
        Assert.Equal("measures.yaml:6:13: unknown population 'acount'; did you mean 'account'?", faults[1]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_one_fault()
    {
        string missing = Path.Combine(Path.GetTempPath(), "plumbline-no-such-policy");
        Assert.Equal($"{missing}: there is no such folder", Assert.Single(PolicyFiles.Read(missing).Faults).ToString());
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_told_from_none()
    {
        string file = typeof(AllFaultsTests).Assembly.Location;
        Assert.Equal($"{file}: it is a file: give its folder", Assert.Single(PolicyFiles.Read(file).Faults).ToString());
    }
}
