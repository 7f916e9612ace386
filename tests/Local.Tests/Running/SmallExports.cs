using System.Globalization;

namespace Plumbline.Local.Tests.Running;

/// <summary>A home for the program and, beside it, the exports of a small firm: accounts with two old debts each.</summary>
internal sealed class SmallExports : IDisposable
{
    private static readonly int[] Accounts = [1, 2];

    // The same for all of a test run, though it may go on past midnight.
    private static readonly DateTimeOffset Today = DateTimeOffset.UtcNow;

    private readonly string root = Directory.CreateTempSubdirectory("plumbline-").FullName;

    public SmallExports()
    {
        Write("accounts.csv", "account_id,name,region,status,started_on,ended_on",
            Accounts.Select(n => $"A{n},Firm {n},england-and-wales,active,{Day(300)},"));
        Write("engagements.csv", "engagement_id,account_id,name,status,started_on,ended_on",
            Accounts.Select(n => $"E{n},A{n},Portal,active,{Day(300)},"));
        Write("invoices.csv",
            "invoice_number,account_id,engagement_id,period,raised_on,due_on,total,net,outstanding,currency,status,paid_on,disputed",
            from n in Accounts
            from age in new[] { 80, 120 }
            select $"I{n}-{age},A{n},E{n},{Day(age)[..7]},{Day(age)},{Day(age - 30)},960,800,960,GBP,open,,");
    }

    public string Home => Path.Combine(root, "home");

    public string Folder => Directory.CreateDirectory(Path.Combine(root, "exports")).FullName;

    public string[] Arguments => ["--home", Home, "--port", "0", "--exports", Folder];

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string Day(int ago) => Today.AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Write(string name, string header, IEnumerable<string> rows) =>
        File.WriteAllText(Path.Combine(Folder, name), string.Join('\n', [header, .. rows, ""]));
}
