using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>Obligations of every other kind, each row with its own.</summary>
internal static class ItemsFile
{
    public static readonly Shape Shape = new(Names.Items)
    {
        Columns = ["kind", "item_id", "account_id", "engagement_id", "person_id", "anchor_on", "due_on", "done_on", "amount", "currency"],
        Distant = ["anchor_on", "due_on", "done_on"],
        Key = ["kind", "item_id"],
        KeepsIds = true,
    };

    public static Func<Row, Item> Parser(Header header)
    {
        Column kind = header["kind"], id = header["item_id"], account = header["account_id"], engagement = header["engagement_id"], person = header["person_id"];
        Column anchor = header["anchor_on"], due = header["due_on"], done = header["done_on"], amount = header["amount"], currency = header["currency"];
        return row =>
        {
            string money = row.Currency(currency), what = row.Kind(kind, WordKind.Item);
            PersonId? who = row.Person(person);
            return new Item(what, row.Id(id))
            {
                // What is a person's own counts for each of their accounts.
                Account = who is null || ItemKinds.OfAccounts.Contains(what) ? row.Customer(account, engagement) : row.Account(account, engagement),
                Engagement = row.Engagement,
                Person = who,
                Currency = money,
                Total = row.Amount(amount, money),
                Days = row.Days((ItemDay.Anchor, anchor), (ItemDay.Due, due), (ItemDay.Done, done)),
            };
        };
    }
}
