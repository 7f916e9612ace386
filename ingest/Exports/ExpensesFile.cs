using Plumbline.Domain.Facts;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>Expense claims.</summary>
internal static class ExpensesFile
{
    public static readonly Shape Shape = new(Names.Expenses)
    {
        Columns = ["expense_id", "person_id", "engagement_id", "spent_on", "amount", "currency", "submitted_on", "approved_on"],
        Key = ["expense_id"],
        KeepsIds = true,
    };

    public static Func<Row, Item> Parser(Header header)
    {
        Column id = header["expense_id"], person = header["person_id"], engagement = header["engagement_id"], amount = header["amount"], currency = header["currency"];
        Column spent = header["spent_on"], submitted = header["submitted_on"], approved = header["approved_on"];
        return row =>
        {
            string claim = row.Id(id), money = row.Currency(currency);
            long? total = row.Amount(amount, money);
            row.IsWorth(total, money);
            row.NamesDay(submitted);
            return new Item(ItemKinds.Expense, claim)
            {
                Account = row.Account(Column.None, engagement),
                Engagement = row.Engagement,
                Person = row.Person(person),
                Currency = money,
                Total = total,
                Days = row.Days((ItemDay.Spent, spent), (ItemDay.Submitted, submitted), (ItemDay.Approved, approved)),
            };
        };
    }
}
