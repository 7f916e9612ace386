using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>As many invoices as asked for, spread over the bills; some late, short, missing, void, disputed or unpaid.</summary>
internal static class Invoices
{
    public static void Write(string folder, Firm firm, Worth worth)
    {
        using var rows = new RowWriter(folder, "invoices.csv", "invoice_number,account_id,engagement_id,period,raised_on,due_on,total,net,outstanding,currency,status,paid_on,disputed");
        var bills = worth.Bills().ToList();
        for (var number = 0; number < bills.Count; number++)
        {
            var before = (long)firm.Scale.Invoices * number / bills.Count;
            var parts = Math.Max(1, (int)((long)firm.Scale.Invoices * (number + 1) / bills.Count - before));
            Bill(rows, firm, number, parts, bills[number]);
        }
    }

    private static void Bill(RowWriter rows, Firm firm, int number, int parts, (Engagement Engagement, YearMonth Month, long Net) bill)
    {
        var (luck, end) = (firm.Chance.Below(200, About.Bill, number), bill.Month.ToDateInterval().End);
        var lag = luck < 6 ? 6 : 1 + luck % 3;
        for (var part = 0; part < parts; part++)
        {
            var raised = Firm.WorkingDaysAfter(end, lag);
            var net = part < parts - 1 ? bill.Net / parts : bill.Net - bill.Net / parts * (parts - 1);
            // One bill in a hundred is never raised: what stands in its place is void. Another is three in a hundred short.
            if (raised <= firm.Scale.AsOf)
            {
                Row(rows, firm, bill.Engagement, bill.Month, raised, luck is 6 or 7 ? net * 97 / 100 : net, luck is 8 or 9 ? "void" : luck == 10 ? "draft" : "open");
            }
        }
    }

    private static void Row(RowWriter rows, Firm firm, Engagement engagement, YearMonth month, LocalDate raised, long net, string status)
    {
        var currency = Firm.Currency(engagement.Account);
        var (due, total, luck) = (raised.PlusDays(30), currency == "GBP" ? net * 6 / 5 : net, firm.Chance.Below(300, About.Payment, rows.Rows));
        var paid = status == "open" && luck > 4 ? firm.IfCome(due.PlusDays(luck < 12 ? 45 : luck % 24 - 12)) : null;
        var outstanding = status == "void" || paid is not null ? 0 : luck is 3 or 4 ? total / 3 : total;
        rows.Add($"INV-{raised.Year}-{rows.Rows:000000}").Add(Firm.AccountId(engagement.Account)).Add(engagement.Id).Add($"{month.Year:0000}-{month.Month:00}")
            .Add(raised).Add(due).AddHundredths(total).AddHundredths(net).AddHundredths(outstanding).Add(currency)
            .Add(paid is null ? status : "paid").Add(paid).Add(luck == 0).End();
    }
}
