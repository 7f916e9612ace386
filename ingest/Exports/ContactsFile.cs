using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>The people of the customers.</summary>
internal static class ContactsFile
{
    public static readonly Shape Shape = new(Names.Contacts)
    {
        Columns = ["contact_id", "account_id", "email", "stakeholder_role", "unit"],
        Key = ["contact_id"],
        Vital = ["account_id"],
        Lenient = ["stakeholder_role"],
    };

    public static Func<Row, Contact> Parser(Header header)
    {
        Column id = header["contact_id"], account = header["account_id"], role = header["stakeholder_role"], unit = header["unit"], email = header["email"];
        return row => new Contact(row.Id(id), row.AccountNeeded(account) ?? default, row.KnownWord(role, WordKind.StakeholderRole), row.Text(unit)) { Email = row.Text(email) };
    }
}
