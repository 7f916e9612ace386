using Azure.Data.Tables;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Time;

namespace Plumbline.Functions.Tables;

/// <summary>A row of <c>accounts</c>: a customer account, kept when it ends.</summary>
public static class AccountRow
{
    public const string Partition = "all";

    /// <param name="lead">Who answers for it today; null where nobody does, or several.</param>
    public static TableEntity Of(Account account, PersonId? lead)
    {
        TableEntity row = Columns.Row(Partition, Keys.Escape(account.Id.Value));
        row["account"] = Columns.Text(account.Id.Value);
        row["name"] = Columns.Text(account.Name);
        row["status"] = Columns.Text(account.Status);
        row["importance"] = Columns.Text(account.Importance);
        row["region"] = account.Region?.Name() ?? "";
        row["startedon"] = Columns.Day(account.StartedOn);
        row["endedon"] = Columns.Day(account.EndedOn);
        row["lead"] = Columns.Text(lead?.Value);
        row["listed"] = true;
        return row;
    }

    public static AccountId Read(TableEntity row) => new(row.Text("account"));

    /// <summary>Whether the register held it when its partitions were last brought up to date.</summary>
    public static bool IsListed(TableEntity row) => row.GetBoolean("listed") ?? false;

    public static TableEntity Listed(TableEntity stored, bool isListed)
    {
        TableEntity row = Columns.Copy(stored);
        row["listed"] = isListed;
        return row;
    }
}
