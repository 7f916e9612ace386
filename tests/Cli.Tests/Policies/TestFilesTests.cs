using Plumbline.Cli.Tests.Check;
using Plumbline.Ingest.PolicyTests;
using Plumbline.Ingest.Tests.Policies;

namespace Plumbline.Cli.Tests.Policies;

/// <summary>A firm's own tests: how they come out, and what is said of those that cannot be meant so.</summary>
public class TestFilesTests
{
    private const string Sound = """
        given:
          accounts: [{ account_id: A1, status: active }]
        tests:
        - test: paid in time
          measure: no-aged-debt
          given:
            invoices: [{ invoice_number: I1, account_id: A1, raised_on: 2026-07-01, due_on: 2026-07-31, total: 12, outstanding: 0, paid_on: 2026-08-30 }]
          expect: { 2026-08-30: met, 2026-08-31: { I1: met } }
        """;

    private const string Wrong = """
        - test: paid too late
          measure: no-aged-debt
          given:
            invoices: [{ invoice_number: I1, account_id: A1, raised_on: 2026-07-01, due_on: 2026-07-31, total: 12, outstanding: 0, paid_on: 2026-08-31 }]
          expect:
            2026-08-31: { I1 2026-07-31: breached, I2: met, I3: nothing }
        """;

    private const string Faulty = """
        givn:
          acounts: [{ acount_id: A1 }]
        tests:
        - tset: a
          measure: no-agd-debt
          given: { invoices: { invoice_number: I1 }, roles: [P1] }
          expect: { 2026/08/30: met, 2026-08-31: brched, 2026-09-01: { I1: 'unknwon(source_missing)' }, 2026-09-02: {} }
        - test: b
          measure: no-aged-debt
          given: { accounts: [{ name: A }], items: [{ kind: action, item_id: 1 }, { kind: action, item_id: 1 }] }
          firm: { zon: Europe/London, region: scotlnd, lead level: { strategic: 11 } }
          expects: []
        """;

    private const string Faults = """
        tests/own.yaml:1:1: unknown key 'givn'; did you mean 'given'?
        tests/own.yaml:2:3: unknown key 'acounts'; did you mean 'accounts'?
        tests/own.yaml:2:15: unknown key 'acount_id'; did you mean 'account_id'?
        tests/own.yaml:4:3: unknown key 'tset'; did you mean 'test'?
        tests/own.yaml:5:12: unknown measure 'no-agd-debt'; did you mean 'no-aged-debt'?
        tests/own.yaml:6:22: 'invoices' is a list of rows, not keys and values
        tests/own.yaml:6:54: a row of 'roles' is written as keys and values, not as text
        tests/own.yaml:7:13: '2026/08/30' is no day as yyyy-MM-dd; did you mean '2026-08-30'?
        tests/own.yaml:7:42: 'brched' is no value of 'expect'; did you mean 'breached'?
        tests/own.yaml:7:68: 'unknwon' is no value of 'expect'; did you mean 'unknown'?
        tests/own.yaml:7:109: expects nothing of that day: write 'nothing' where no finding is expected
        tests/own.yaml:10:23: a row of 'accounts' needs 'account_id'
        tests/own.yaml:10:75: 'action 1' of 'items' is already there, on line 10
        tests/own.yaml:11:11: unknown key 'zon'; did you mean 'zone'?
        tests/own.yaml:11:39: 'scotlnd' is no value of 'region'; did you mean 'scotland'?
        tests/own.yaml:11:73: '11' is no value of 'career levels'; did you mean '1'?
        tests/own.yaml:12:3: unknown key 'expects'; did you mean 'expect'?
        tests/own.yaml:12:12: 'expect' has days and what is expected on each, as 2026-04-08: breached
        tests/second.yaml:1:51: 'expect' has days and what is expected on each, as 2026-04-08: breached
        """;

    [Fact]
    public void A_test_that_does_not_hold_says_where_it_stands_what_was_expected_and_what_came()
    {
        using var folder = new PolicyFolder();
        folder.With("tests/own.yaml", $"{Sound}\n{Wrong}");
        CheckOutcome outcome = CheckedFolder.Run("validate", folder.Root, "--test");
        Assert.Equal((1, "70 measures, no fault."), (outcome.Exit, outcome.Error.TrimEnd()));
        const string Came = "I1 2026-07-31: met late: Invoice I1, 31 July 2026: paid on 31 August 2026; it was to be paid by 30 August 2026, 30 days after its due date (31 July 2026).";
        Assert.Equal(
            [
                "holds  tests/own.yaml:4:9: no-aged-debt: paid in time",
                "FAILS  tests/own.yaml:9:9: no-aged-debt: paid too late",
                $"       tests/own.yaml:14:34: 2026-08-31, I1 2026-07-31: expected breached, came {Came}",
                $"       tests/own.yaml:14:48: 2026-08-31, I2: expected met, came nothing of it, but {Came}",
                "2 tests: 1 hold, 1 do not.",
            ],
            outcome.Output.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("met(because)")]
    [InlineData("unknown")]
    [InlineData("nothing")]
    public void What_is_not_so_in_verdict_or_reason_does_not_hold(string expected)
    {
        using var folder = new PolicyFolder();
        Assert.NotEmpty(Assert.Single(folder.With("tests/own.yaml", Sound.Replace("30: met", "30: " + expected, StringComparison.Ordinal)).Tried().Outcomes).Failures);
    }

    [Fact]
    public void A_row_with_the_key_of_a_shared_one_changes_what_it_says_and_leaves_the_rest()
    {
        using var folder = new PolicyFolder();
        TestReport report = folder.With("tests/own.yaml", """
            given:
              accounts: [{ account_id: A1, status: active }]
              engagements: [{ engagement_id: E1, account_id: A1, status: active, updated_on: 2026-09-01 }, { engagement_id: E2, account_id: A1, status: active, updated_on: 2026-09-01 }]
            tests:
            - test: updated later
              measure: psa-current
              given: { engagements: [{ engagement_id: E1, updated_on: 2026-09-02 }, { engagement_id: E3, account_id: A1, status: closed }] }
              expect: { 2026-09-09: { E1: met, E2: breached, E3: nothing } }
            """).Tried();
        Assert.Empty(report.Faults);
        Assert.Empty(Assert.Single(report.Outcomes).Failures);
    }

    [Fact]
    public void Every_fault_of_the_tests_is_reported_with_its_place_and_what_was_probably_meant()
    {
        using var folder = new PolicyFolder();
        folder.With("tests/own.yaml", Faulty);
        folder.With("tests/second.yaml", "tests: [{ test: a, measure: no-aged-debt, expect: met }]\n");
        CheckOutcome outcome = CheckedFolder.Run("validate", folder.Root, "--test");
        Assert.Equal(3, outcome.Exit);
        Assert.Equal(Faults.ReplaceLineEndings("\n"), string.Join('\n', outcome.Error.TrimEnd().Split('\n')[1..]));
    }

    [Fact]
    public void What_the_readers_of_exports_refuse_is_a_fault_at_the_place_where_it_was_given()
    {
        using var folder = new PolicyFolder();
        TestReport report = folder.With("tests/own.yaml", """
            tests:
            - test: a
              measure: no-aged-debt
              given:
                accounts: [{ account_id: A1, status: active, growth_target: ten }]
                invoices:
                - { invoice_number: I1, account_id: A1, raised_on: 01/07/2026, total: 12 }
                - { invoice_number: I2, account_id: A1, total: 12 }
                - { invoice_number: I3, account_id: A9, raised_on: 2026-07-01, total: 12 }
                time: [{ entry_date: 2026-07-01, person_id: "P,1", engagement_id: E1 }]
              expect: { 2026-08-30: met, 2026-08-31: met }
            """).Tried();
        Assert.Equal(
            [
                "tests/own.yaml:5:65: column growth_target: 'ten' is not a number; write digits with . for decimals and no thousands separators, as 1200.50",
                "tests/own.yaml:7:5: 1 of its rows name accounts or engagements that are not given",
                "tests/own.yaml:7:56: column raised_on: '01/07/2026' is not a date; write it as yyyy-MM-dd",
                "tests/own.yaml:8:7: column raised_on: it is blank; every invoice needs one, but for drafts and voids",
                "tests/own.yaml:10:12: column hours: it is blank; every row needs one",
            ],
            report.Faults.Select(f => f.ToString()));
    }

    [Fact]
    public void A_policy_without_tests_cannot_be_tried()
    {
        using var folder = new PolicyFolder();
        Assert.Equal(["tests: there is no file of tests, as tests/invoices.yaml"], folder.Tried().Faults.Select(f => f.ToString()));
        Assert.Equal(
            ["tests/own.yml: is not read: the name of a file of tests ends in .yaml; did you mean 'tests/own.yaml'?"],
            folder.With("tests/own.yml", Sound).Tried().Faults.Select(f => f.ToString()));
    }

    [Fact]
    public void A_policy_is_the_same_whatever_its_tests()
    {
        using var folder = new PolicyFolder();
        string hash = folder.Read().Policy!.Hash;
        Assert.Equal(hash, folder.With("tests/own.yaml", Sound).Read().Policy!.Hash);
    }
}
