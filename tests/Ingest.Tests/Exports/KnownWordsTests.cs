using System.Text;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Exports;

namespace Plumbline.Ingest.Tests.Exports;

public class KnownWordsTests
{
    private const string Invoices = "invoice_number,account_id,raised_on,due_on,total,net,outstanding,currency,status,paid_on,disputed\n";

    private static Snapshot Read(KnownWords words, string name, string text) => PlainFiles.Read(
        [.. Files.WithRegister([(name, text)]).Select(f => new PlainFile(f.Name, Files.Today, () => new MemoryStream(Encoding.UTF8.GetBytes(f.Text))))],
        Files.Today, () => words, null, default);

    private static KnownWords With(string theirs, string ours) => KnownWords.Common with { Own = KnownWords.Common.Own.Add(theirs, ours) };

    [Fact]
    public void A_word_that_nobody_knows_is_said_once_with_its_rows_and_the_line_to_paste()
    {
        SourceReading reading = Read(KnownWords.Common, "roles.csv", "system,account_id,person_id,role\npsa,A1,P1,core\npsa,A1,P1,acount lead\n,A1,P2,Acount Lead\n").Reading("roles.csv");
        Assert.Equal(
            ["roles.csv line 3, column role: 'acount lead' is not a word that we know (2 rows); under 'words' in firm.yaml write  acount lead: account lead"],
            reading.Notes.Where(n => n.Contains("word", StringComparison.Ordinal)));
        Assert.All(reading.Faults, f => Assert.True(f is { IsUnknownWord: true, RowLost: true }));
    }

    [Fact]
    public void A_firms_own_word_stands_for_one_of_ours_whatever_its_case() =>
        Assert.Equal(["core", "sales lead"], Read(With("pursuit manager", "sales lead"), "roles.csv", "system,account_id,person_id,role\npsa,A1,P1,core\npsa,A1,P2,Pursuit Manager\n").Assignments.Select(a => a.Role).Order());

    [Fact]
    public void Rows_with_a_word_that_is_to_be_ignored_are_left_out_and_cost_nothing()
    {
        Snapshot snapshot = Read(With("lunch", KnownWords.Ignored), "activities.csv", "activity_id,account_id,kind,held_on,evidence,source\nV1,A1,Lunch,2026-08-03,,\nV2,A1,call,2026-08-03,,\n");
        Assert.Equal(["V2"], snapshot.Activities.Select(a => a.Id));
        Assert.Empty(snapshot.Reading("activities.csv").Faults.AsEnumerable());
    }

    [Theory]
    [InlineData("", "open")]
    [InlineData("Sent", "open")]
    [InlineData("overdue", "open")]
    [InlineData("closed", "paid")]
    [InlineData("unsent", "draft")]
    [InlineData("Written Off", "void")]
    [InlineData("canceled", "void")]
    public void A_status_of_an_invoice_is_one_of_four(string written, string ours) =>
        Assert.Equal(ours, Assert.Single(Read(KnownWords.Common, "invoices.csv", Invoices + $"I1,A1,2026-08-03,2026-09-03,1,1,0,GBP,{written},,\n").Items).State);

    [Fact]
    public void Rows_with_unknown_words_do_not_refuse_their_file()
    {
        string rows = string.Concat(Enumerable.Repeat("morale,,,,7,2026-08-31\n", 100));
        SourceReading reading = Read(KnownWords.Common, "readings.csv", "figure,account_id,engagement_id,person_id,value,as_of\n" + rows).Reading("readings.csv");
        Assert.Equal(ReadingState.Read, reading.State);
        Assert.Contains("(100 rows)", Assert.Single(reading.Notes, n => n.Contains("morale", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_in_the_place_of_a_word_is_shown_nowhere()
    {
        SourceReading reading = Read(KnownWords.Common, "roles.csv", "system,account_id,person_id,role\npsa,A1,P1,jo@x.example\n").Reading("roles.csv");
        Assert.Single(reading.Notes, n => n.Contains("is not a word that we know", StringComparison.Ordinal));
        Assert.DoesNotContain("jo@x", string.Join('\n', reading.Notes.Concat(reading.Faults.Select(f => f.Message))), StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_unknown_words_are_named_and_the_rest_counted()
    {
        string rows = string.Concat(Enumerable.Range(0, 1_000).Select(n => $"word{n},A1,,,7,2026-08-31\n"));
        string[] said = [.. Read(KnownWords.Common, "readings.csv", "figure,account_id,engagement_id,person_id,value,as_of\n" + rows).Reading("readings.csv").Notes.Where(n => n.Contains("know", StringComparison.Ordinal))];
        Assert.Equal((21, "readings.csv: other words that we do not know stand in 980 more rows"), (said.Length, said[^1]));
    }
}
