namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>The plain files of a large firm in a folder: the same for the same scale, day and seed.</summary>
internal static class Export
{
    public static void Write(string folder, Scale scale)
    {
        Directory.CreateDirectory(folder);
        var firm = new Firm(scale);
        var worth = new Worth(firm);
        Register.Accounts(folder, firm);
        Register.Contacts(folder, firm);
        Register.People(folder, firm);
        Register.Engagements(folder, firm);
        Roles.Write(folder, firm);
        Timesheets.Write(folder, firm, worth);
        Invoices.Write(folder, firm, worth);
        Leave.Write(folder, firm);
        Expenses.Write(folder, firm);
        Documents.Write(folder, firm);
        Items.Write(folder, firm);
        Activities.Write(folder, firm);
        Opportunities.Write(folder, firm);
        Readings.Write(folder, firm);
    }
}
