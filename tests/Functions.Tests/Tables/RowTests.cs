using System.Collections.Immutable;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Measures.Figures;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Tables;

/// <summary>Every stored shape: what it holds, and that the service gives it back as it was.</summary>
public sealed class RowTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 20, 9, 0).PlusTicks(1_234_567);
    private static readonly LocalDate Day = new(2026, 11, 20);
    private static readonly AccountId Account = new("A/1");

    private static readonly AlertContent Content = new(
        "Title", Severity.High, "Invoice ünpaid", null, Day, 3, new(["INV-1", "INV \"2\""], 7, [new(5, "EUR"), new(9_000_000_000, "GBP")]), [new(1, "EUR"), new(2, "GBP")], new Owner("P1", "account lead by the PSA"));

    private static readonly Alert Alert = new("no-aged-debt", Account, "INV-1~2026-10-25", AlertState.Breached, Content, At, At, 4) { Because = "kept" };

    private static Finding Finding(string name = "Portal", FailingRows? rows = null) => new(
        "m", Account, new("invoice", "INV 1") { Name = name }, "2026-10-25", Verdict.Breached, new Basis(rows ?? FailingRows.None), new("Europe/London", "none", Day, [])) { Due = Day, Reason = "late" };

    private static TableEntity Row(Finding finding) => FindingRow.Of(finding, Severity.High, new Owner("P1", "account lead by the PSA"));

    public static TheoryData<string> Shapes => [.. All.Keys];

    private static Dictionary<string, TableEntity> All => new()
    {
        ["finding"] = Row(Finding()),
        ["unknown finding"] = FindingRow.Unknown(Row(Finding()), new("source_missing", "it is not there"), null),
        ["alert"] = AlertRow.Of(Alert),
        ["outbox"] = OutboxRow.Of(Alert, TransitionKind.Worsened),
        ["transition"] = TransitionRow.Of(OutboxRow.Of(Alert, TransitionKind.Worsened)),
        ["score"] = ScoreRow.Of(Account, new("m", new(2026, 11), [1, 2, 3, 4, 5, 6, 7, 8], [new(12, "GBP")])),
        ["ageing"] = AgeingRow.Of(Account, new AgeingBand("GBP", "over 90", 1, 2, 3, null)),
        ["run"] = RunRow.Of(new RunEntry("r 1", "timer", [], At, "hash") { StartedAt = At, Day = Day, Counts = [1, 2, 3, 4, 5, 6, 7, 8] }),
        ["source"] = SourceRow.Of(new("time.csv", ReadingState.Refused) { Why = "why" }, 1, At, Day),
        ["account"] = AccountRow.Of(SmallFirm.Active("A/1"), null),
        ["person"] = PersonRow.Of(new("P/1"), "Ann Ärzt", true),
        ["nobody"] = PersonRow.Nobody,
        ["measure"] = MeasureRow.Of(SmallFirm.AgedDebt),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_row_comes_back_as_it_was(string shape)
    {
        var table = new TableClient(await AzuriteFixture.ConnectionStringAsync(), $"t{Guid.NewGuid():N}", TablesSettings.Options());
        await table.CreateIfNotExistsAsync();
        TableEntity row = All[shape];
        await table.AddEntityAsync(row);

        TableEntity back = await table.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey);

        Assert.Equal(Cells(row), Cells(back));
        Assert.Null(Changes.Put(row, back));
        await table.DeleteAsync();
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_row_has_its_version_lower_case_names_and_no_empty_cell(string shape)
    {
        Assert.Equal(1, All[shape]["v"]);
        Assert.All(Cells(All[shape]), c => Assert.Matches("^[a-z]+=.*$", c.ReplaceLineEndings("")));
        Assert.All(All[shape].Keys, k => Assert.NotNull(All[shape][k]));
    }

    [Theory]
    [InlineData("verdict", "at risk")]
    [InlineData("atstake", 7L)]
    [InlineData("v", 2)]
    [InlineData("another", "")]
    public void A_row_that_differs_in_one_cell_is_written_over_the_version_that_was_read(string column, object value)
    {
        TableEntity row = Row(Finding()), stored = Row(Finding());
        stored.ETag = new("W/\"1\"");
        Assert.Null(Changes.Put(row, stored));
        stored.Remove(column);
        stored[column] = value;

        TableTransactionAction? put = Changes.Put(row, stored);

        Assert.Equal((TableTransactionActionType.UpdateReplace, stored.ETag), (put?.ActionType, put?.ETag));
    }

    [Fact]
    public void An_alert_is_read_as_it_was_written()
    {
        Alert back = AlertRow.Read(AlertRow.Of(Alert));

        Assert.Equal(AlertReason.NothingChanged, AlertDecision.Decide(back, new(Alert.Measure, Account, Alert.Key, Verdict.Breached, Content, ""), At).Reason);
        Assert.Equal((Alert.Fingerprint, Alert.Key, Alert.OpenedAt, Alert.Sequence, Alert.Because), (back.Fingerprint, back.Key, back.OpenedAt, back.Sequence, back.Because));
    }

    [Fact]
    public void A_transition_is_read_as_it_was_written()
    {
        TableEntity row = OutboxRow.Of(Alert, TransitionKind.Worsened);
        Transition back = OutboxRow.Read(row);

        Assert.Equal(("A!2F1", $"o~{Alert.Fingerprint}~00000004"), (row.PartitionKey, row.RowKey));
        Assert.Equal((4, "worsened", "breached", At, "kept"), (back.Sequence, back.Type, back.Verdict, back.At, back.Because));
        Assert.Equal<Money>(Content.Rows.MoneyOfMore, back.Content.Rows.MoneyOfMore);
    }

    [Fact]
    public void A_finding_is_read_as_far_as_the_next_run_needs_it() =>
        Assert.Equal(new KeptFinding("m", "INV 1", "2026-10-25", Verdict.Breached, Day), FindingRow.Read(Row(Finding())));

    [Fact]
    public void A_finding_says_how_severe_its_measure_is_and_who_answers_for_it()
    {
        TableEntity row = Row(Finding()), nobodys = FindingRow.Of(Finding(), Severity.Low, null);

        Assert.Equal(("high", "P1"), (row["severity"], row["owner"]));
        Assert.Equal(("low", ""), (nobodys["severity"], nobodys["owner"]));
    }

    [Fact]
    public void A_finding_that_cannot_be_judged_any_more_keeps_its_owner_and_has_the_severity_that_its_measure_has_now()
    {
        TableEntity known = FindingRow.Unknown(Row(Finding()), new("source_missing", "it is not there"), Severity.Critical);
        TableEntity ofNoMeasure = FindingRow.Unknown(Row(Finding()), new("source_missing", "it is not there"), null);

        Assert.Equal(("critical", "P1"), (known["severity"], known["owner"]));
        Assert.Equal("Invoice Portal (INV 1), 25 October 2026: cannot be judged: it is not there.", known["message"]);
        Assert.Equal(("high", "P1"), (ofNoMeasure["severity"], ofNoMeasure["owner"]));
    }

    [Fact]
    public void A_stored_finding_without_owner_and_severity_gets_both_columns_when_it_cannot_be_judged()
    {
        TableEntity old = Row(Finding());
        old.Remove("owner");
        old.Remove("severity");

        TableEntity row = FindingRow.Unknown(old, new("source_missing", "it is not there"), Severity.Low);

        Assert.Equal(("low", ""), (row["severity"], row["owner"]));
    }

    [Fact]
    public void A_score_and_a_reading_are_read_as_they_were_written()
    {
        Score score = ScoreRow.Read(All["score"]);
        KeptReading reading = SourceRow.Read(All["source"]);

        Assert.Equal<int>([1, 2, 3, 4, 5, 6, 7, 8], score.Counts);
        Assert.Equal(new KeptReading("time.csv", 1, At, Day, ReadingState.Refused, false, "", 0, "why"), reading);
    }

    [Fact]
    public void Amounts_of_two_currencies_are_never_one()
    {
        TableEntity row = AlertRow.Of(Alert);

        Assert.Equal((0L, "several"), (row.GetInt64("atstake"), row.GetString("currency")));
        Assert.Equal("""[{"minor":1,"currency":"EUR"},{"minor":2,"currency":"GBP"}]""", row.GetString("amounts"));
    }

    [Fact]
    public void Text_too_long_for_a_column_is_cut_between_characters()
    {
        string message = Row(Finding(string.Concat(Enumerable.Repeat("😀", 20_000)))).GetString("message") ?? "";

        Assert.InRange(message.Length, 31_999, 32_000);
        Assert.False(char.IsHighSurrogate(message[^1]));
    }

    [Fact]
    public void Evidence_too_long_for_a_column_counts_its_rows_in_place_of_naming_them()
    {
        string evidence = Row(Finding(rows: new([.. Enumerable.Repeat(new string('x', 2_000), 20)], 3, []))).GetString("evidence") ?? "";

        Assert.Contains("""
            "rows":[],"moreRows":23
            """, evidence, StringComparison.Ordinal);
        Assert.Contains("Europe/London", evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_remedy_too_long_for_a_column_does_not_make_the_evidence_so()
    {
        TableEntity row = Row(Finding() with { Basis = new Basis(FailingRows.None, new string('ü', 20_000)) });

        Assert.InRange((row.GetString("evidence") ?? "").Length, 1, 32_000);
        Assert.Equal(20_000, row.GetString("remedy")?.Length);
    }

    private static string[] Cells(TableEntity row) =>
        [.. row.Keys.Where(k => k is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")).Order(StringComparer.Ordinal).Select(k => $"{k}={row[k]}")];

    private sealed record Basis(FailingRows Failing, string? Order = null) : IBasis
    {
        public string Sentence(Finding finding) => "not paid.";

        public IEnumerable<Compared> Values(Finding finding) => [new("amount", Money: AtStake(finding)), new("note", Text: "a \"note\"")];

        public string? Remedy(Finding finding) => Order;

        public FailingRows Rows(Finding finding) => Failing;

        public Money? AtStake(Finding finding) => new(120_00, "GBP");
    }
}
