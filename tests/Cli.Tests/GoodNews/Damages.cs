namespace Plumbline.Cli.Tests.GoodNews;

/// <summary>What may happen to a file without a valid statement in it.</summary>
internal static class Damages
{
    private const string Gibberish = "?!";

    // Law 7: these may be missing.
    private static readonly string[] HaveDefault = ["accounts.csv name", "accounts.csv region", "roles.csv system", "invoices.csv net", "invoices.csv disputed", "activities.csv source"];

    private static readonly string[] Words = ["status", "kind", "role", "figure", "importance", "evidence", "system", "stakeholder_role"];

    // Any text is a statement in these: an id may be one that nobody knows.
    private static readonly string[] Free =
        ["name", "email", "unit", "category", "participants", "source", "stage", "customer_domains", "career_level", "invoice_number"];

    public static IEnumerable<Damage> OfColumns(ExportTable table) =>
        from column in Enumerable.Range(0, table.Columns.Length)
        where !HaveDefault.Contains($"{table.Name} {table.Columns[column]}") && !IsRegisterOfAll(table, column)
        select new Damage($"without the column {table.Columns[column]}", table.Name, table.Name, table.Without(column).Bytes());

    /// <summary>Without a register of accounts nothing is judged at all, and check says so.</summary>
    public static IEnumerable<Damage> OfFile(ExportTable table) => table.Name == "accounts.csv" ? [] :
    [
        new("with a byte that is no text", table.Name, table.Name, [.. table.Bytes(), 0xFF]), new("missing", table.Name, table.Name, null),
        new("with a header alone", table.Name, table.Name, (table with { Rows = [] }).Bytes()),
    ];

    /// <param name="each">How many rows of each word.</param>
    public static IEnumerable<Damage> OfWords(ExportTable table, int each) =>
        from column in Enumerable.Range(0, table.Columns.Length)
        where IsWord(table, column)
        from word in table.Rows.Select((r, i) => (Row: i, Word: r[column])).Where(r => r.Word.Length > 0).GroupBy(r => r.Word)
        from row in word.Take(each)
        select OfValue(table, row.Row, column);

    /// <summary>The row too wide, there twice with different values, and with each of its values made unreadable.</summary>
    public static IEnumerable<Damage> OfRow(ExportTable table, int row)
    {
        yield return OfWidth(table, row);
        if (HasKey(table))
            yield return new($"line {row + 2} there twice, differently", table.Name, table.Name, table.Twice(row, Gibberish).Bytes());
        for (int column = 0; column < table.Columns.Length; column++)
            if (IsRead(table, row, column))
                yield return OfValue(table, row, column);
    }

    public static Damage Any(IReadOnlyList<ExportTable> tables, Random random)
    {
        while (true)
        {
            ExportTable table = tables[random.Next(tables.Count)];
            (int row, int column) = (random.Next(table.Rows.Length), random.Next(table.Columns.Length));
            switch (random.Next(8))
            {
                case 0 when Chosen(OfColumns(table), random) is { } damage: return damage;
                case 1 when Chosen(OfFile(table), random) is { } damage: return damage;
                case 2: return OfWidth(table, row);
                case > 2 when IsRead(table, row, column): return OfValue(table, row, column);
            }
        }
    }

    private static Damage? Chosen(IEnumerable<Damage> damages, Random random) => damages.ToArray() is { Length: > 0 } all ? all[random.Next(all.Length)] : null;

    private static Damage OfWidth(ExportTable table, int row) => new($"line {row + 2} too wide", table.Name, NamingOf(table, row), table.Widened(row).Bytes());

    private static Damage OfValue(ExportTable table, int row, int column) =>
        new($"line {row + 2} with {table.Columns[column]} unreadable", table.Name, NamingOf(table, row), table.With(row, column, Gibberish).Bytes());

    private static string NamingOf(ExportTable table, int row) => $"{table.Name} line {row + 2}";

    private static bool IsWord(ExportTable table, int column) => Words.Contains(table.Columns[column]) && table.Name != "absences.csv";

    private static bool IsRead(ExportTable table, int row, int column) =>
        table.Rows[row][column].Length > 0 && !Free.Contains(table.Columns[column]) && !table.Columns[column].EndsWith("_id", StringComparison.Ordinal)
        && (table.Name != "absences.csv" || table.Columns[column] != "kind");

    // Equal rows of these are separate facts.
    private static bool HasKey(ExportTable table) => table.Name is not ("time.csv" or "roles.csv" or "readings.csv");

    private static bool IsRegisterOfAll(ExportTable table, int column) => table.Name == "accounts.csv" && table.Columns[column] == "account_id";
}
