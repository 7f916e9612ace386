using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

/// <summary>Exports of tools, given as plain files: called by their tool's name in place of by the first column that they lack.</summary>
public class ToolExportTests
{
    private const string Time = "entry_date,person_id,engagement_id,hours,billable,category,value,currency,submitted_on,approved_on";

    [Theory]
    [InlineData("Toggl's detailed report", "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)")]
    [InlineData("Clockify's detailed report", "\"Project\",\"Client\",\"Description\",\"Task\",\"User\",\"Email\",\"Tags\",\"Billable\",\"Start Date\",\"Start Time\",\"End Date\",\"End Time\",\"Duration (h)\",\"Duration (decimal)\"")]
    [InlineData("Harvest's detailed time report", "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,First Name,Last Name,Currency")]
    [InlineData("Harvest's invoice report", "Issue Date,Last Payment Date,ID,PO Number,Client,Subject,Invoice Amount,Paid Amount,Balance,Currency")]
    [InlineData("Xero's sales invoices", "ContactName,EmailAddress,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountPaid,Type,Status")]
    [InlineData("a template to import invoices into Xero", "*ContactName,EmailAddress,*InvoiceNumber,*InvoiceDate,*DueDate,Total")]
    [InlineData("Stripe's invoices", "id,Amount Due,Billing,Closed,Currency,Customer,Date (UTC),Due Date (UTC),Number,Paid,Status")]
    [InlineData("QuickBooks' receivables report", "\"Redwood, Inc\",,,\nA/R Aging Detail Report\n\"As of Jul 25, 2026\"\n\n,Date,Transaction type,Num,Customer full name,Due date,Amount,Open balance")]
    public void A_tools_own_export_is_called_by_its_name(string tool, string header)
    {
        SourceReading reading = Files.ReadWithRegister(("time.csv", header + "\n")).Reading("time.csv");
        Assert.Equal((ReadingState.Refused, $"time.csv line 1: this is {tool}, as the tool exports it; give it the columns of a plain file ({Time})"), (reading.State, reading.Why));
    }

    [Fact]
    public void A_plain_file_with_more_columns_is_a_plain_file() => Assert.Equal(ReadingState.Read,
        Files.ReadWithRegister(("time.csv", "entry_date,person_id,engagement_id,hours,User,Project,Start date,Start time,Duration\n2026-08-03,P1,E1,8,,,,,\n")).Reading("time.csv").State);

    [Theory]
    [InlineData("clockify/clockify_time_entries_import_test_1.csv", "Clockify")]
    [InlineData("clockify/clockify_time_entries_import_test_4.csv", "Clockify")]
    [InlineData("toggl/toggl_time_entries_import_test_1.csv", "Toggl")]
    [InlineData("toggl/toggl_time_entries_import_test_2.csv", "Toggl")]
    public void So_are_real_exports_where_they_are_at_hand(string file, string tool)
    {
        string path = Path.Combine(Policies.PolicyFolder.Shipped, "..", "..", "..", "shared", "data", "exports", file);
        if (File.Exists(path))
            Assert.Contains($"this is {tool}'s", Files.ReadBytes(("time.csv", File.ReadAllBytes(path))).Reading("time.csv").Why, StringComparison.Ordinal);
    }
}
