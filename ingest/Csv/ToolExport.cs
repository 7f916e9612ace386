using System.Text;

namespace Plumbline.Ingest.Csv;

/// <summary>Knows the exports that tools write in their own formats by the columns that they have, so that a file given as a plain one is called by its name.</summary>
internal static class ToolExport
{
    /// <summary>Reports of QuickBooks begin with their company and their title, and their columns come later.</summary>
    private const int LinesBeforeColumns = 6;

    private static readonly (string Tool, string[] Columns)[] Known =
    [
        ("Toggl's detailed report", ["User", "Project", "Start date", "Start time", "Duration"]),
        ("Clockify's detailed report", ["Project", "User", "Start Date", "Start Time", "Duration (h)"]),
        ("Harvest's detailed time report", ["Date", "Project", "Task", "Hours", "First Name", "Last Name"]),
        ("Harvest's invoice report", ["Issue Date", "ID", "Invoice Amount", "Balance"]),
        ("Xero's sales invoices", ["ContactName", "InvoiceNumber", "InvoiceDate", "DueDate", "Total"]),
        ("a template to import invoices into Xero", ["*ContactName", "*InvoiceNumber", "*InvoiceDate"]),
        ("QuickBooks' receivables report", ["Date", "Transaction type", "Num", "Due date"]),
        ("Stripe's invoices", ["Customer", "Amount Due", "Currency", "Due Date (UTC)"]),
    ];

    /// <summary>What the file is, by its columns, which may follow a few lines of title; null where it is none that is known.</summary>
    /// <param name="names">The first line that is not blank.</param>
    /// <param name="records">The lines after it; it is read on where the first line is a title.</param>
    public static string? Named(IReadOnlyList<string> names, Records records)
    {
        string? named = Named(names);
        for (int line = 1; named is null && line < LinesBeforeColumns && records.Read(); line++)
            named = Named(Names(records));
        return named;
    }

    private static string[] Names(Records records)
    {
        string[] names = new string[records.Reader.FieldCount];
        for (int i = 0; i < names.Length; i++)
            names[i] = Encoding.UTF8.GetString(Values.Trim(records.Reader.GetSpan(i)));
        return names;
    }

    private static string? Named(IReadOnlyList<string> names) =>
        Array.Find(Known, known => known.Columns.All(column => names.Contains(column, StringComparer.OrdinalIgnoreCase))).Tool;
}
