using System.Text;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Exports;

namespace Plumbline.Ingest.Tests.Exports;

public class FarDayTests
{
    [Theory]
    [InlineData("invoices.csv", "invoice_number,account_id,raised_on,total,paid_on\nI1,A1,2026-08-03,1,DAY\n", "paid_on")]
    [InlineData("invoices.csv", "invoice_number,account_id,raised_on,total\nI1,A1,DAY,1\n", "raised_on")]
    [InlineData("time.csv", "entry_date,person_id,engagement_id,hours\nDAY,P1,E1,8\n", "entry_date")]
    [InlineData("time.csv", "entry_date,person_id,engagement_id,hours,approved_on\n2026-08-03,P1,E1,8,DAY\n", "approved_on")]
    [InlineData("time.csv", "entry_date,person_id,engagement_id,hours,submitted_on\n2026-08-03,P1,E1,8,DAY\n", "submitted_on")]
    [InlineData("roles.csv", "person_id,role,account_id,from\nP1,core,A1,DAY\n", "from")]
    [InlineData("expenses.csv", "expense_id,engagement_id,submitted_on\nX1,E1,DAY\n", "submitted_on")]
    [InlineData("activities.csv", "activity_id,account_id,kind,held_on\nV1,A1,service review,DAY\n", "held_on")]
    public void A_day_more_than_two_years_ahead_is_noted_and_costs_nothing(string source, string text, string column)
    {
        SourceReading far = Read(source, text, "2028-09-08", Files.Today), near = Read(source, text, "2028-09-07", Files.Today);

        Assert.Equal([$"{source} line 2, column {column}: '2028-09-08' is more than two years ahead; check the year"], far.Notes.AsEnumerable());
        Assert.Empty(far.Faults);
        Assert.Empty(near.Notes.AsEnumerable());
    }

    [Theory]
    [InlineData("roles.csv", "person_id,role,account_id,to\nP1,core,A1,DAY\n")]
    [InlineData("engagements.csv", "engagement_id,account_id,name,status,ended_on\nE1,A1,First,active,DAY\n")]
    [InlineData("people.csv", "person_id,name,ended_on\nP1,Ann,DAY\n")]
    [InlineData("absences.csv", "absence_id,person_id,kind,to\nB1,P1,leave,DAY\n")]
    [InlineData("documents.csv", "document_id,account_id,kind,starts_on,ends_on\nD1,A1,sow,DAY,DAY\n")]
    [InlineData("items.csv", "kind,item_id,account_id,due_on\nmilestone,M1,A1,DAY\n")]
    public void An_end_and_the_days_of_documents_and_items_may_lie_far_ahead(string source, string text) =>
        Assert.Empty(Read(source, text, "2062-01-01", Files.Today).Notes.AsEnumerable());

    [Fact]
    public void An_old_day_judged_by_a_file_of_today_measures_from_the_file() =>
        Assert.Empty(Read("invoices.csv", "invoice_number,account_id,raised_on,total,due_on\nI1,A1,2026-08-03,1,2026-10-01\n", "", new LocalDate(2020, 1, 1)).Notes.AsEnumerable());

    [Fact]
    public void The_last_day_that_there_is_may_be_judged() =>
        Assert.Empty(Read("invoices.csv", "invoice_number,account_id,raised_on,total,due_on\nI1,A1,2026-08-03,1,9999-12-31\n", "", LocalDate.MaxIsoValue).Notes.AsEnumerable());

    private static SourceReading Read(string source, string text, string day, LocalDate today) => PlainFiles.Read(
        [.. Files.WithRegister([(source, text.Replace("DAY", day, StringComparison.Ordinal))]).Select(f => new PlainFile(f.Name, Files.Today, () => new MemoryStream(Encoding.UTF8.GetBytes(f.Text))))],
        today, () => KnownWords.Common, null, 1 << 20, 2, default).Reading(source).OfRows();
}
