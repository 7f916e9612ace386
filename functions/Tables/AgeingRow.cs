using Azure.Data.Tables;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures.Figures;

namespace Plumbline.Functions.Tables;

/// <summary>A row of <c>ageing</c>: receivables of an account in one currency and band of age.</summary>
public static class AgeingRow
{
    public static TableEntity Of(AccountId account, AgeingBand band)
    {
        TableEntity row = Columns.Row(Keys.Escape(account.Value), Keys.Of(band.Currency, band.Band));
        row["account"] = Columns.Text(account.Value);
        row["currency"] = Columns.Text(band.Currency);
        row["band"] = band.Band;
        row["count"] = band.Count;
        row["outstanding"] = band.Outstanding;
        row["disputed"] = band.Disputed;
        row["oldestdue"] = Columns.Day(band.OldestDue);
        return row;
    }
}
