using Azure.Data.Tables;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Tables;

/// <summary>
/// A row of <c>people</c>: somebody who may own a finding or an alert, by the id of the register or as firm.yaml names them. Their e-mail
/// address is not in it.
/// </summary>
public static class PersonRow
{
    public const string Partition = "all";

    // A tilde never stands in an escaped id.
    private const string KeyOfNobody = "~";

    /// <summary>The row that findings and alerts without an owner relate to: their owner is an empty text, as is its id.</summary>
    public static TableEntity Nobody => Of(KeyOfNobody, "", "no owner", false);

    public static TableEntity Of(PersonId id, string name, bool isAccountLead) => Of(KeyOf(id), id.Value, name, isAccountLead);

    public static string KeyOf(PersonId id) => Keys.Escape(id.Value);

    public static PersonId IdOf(TableEntity row) => new(row.Text("id"));

    public static string NameOf(TableEntity row) => row.Text("name");

    public static bool IsAccountLead(TableEntity row) => row.GetBoolean("accountlead") ?? false;

    private static TableEntity Of(string key, string id, string name, bool isAccountLead)
    {
        TableEntity row = Columns.Row(Partition, key);
        row["id"] = Columns.Text(id);
        row["name"] = Columns.Text(name);
        row["accountlead"] = isAccountLead;
        return row;
    }
}
