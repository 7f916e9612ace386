using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;

namespace Plumbline.Ingest.Csv;

/// <summary>Values that are more than one word: lists, days, fields of a record.</summary>
internal sealed partial class Row
{
    /// <summary>Our word for the one that stands there; a blank one is <paramref name="blank"/>, and a column that is lacking says nothing.</summary>
    public string? Status(Column column, WordKind kind, string blank) => column.At < 0 ? null : KnownWord(column, kind) ?? (Lost is null ? blank : null);

    public string? System(Column column) => KnownWord(column, WordKind.System);

    /// <summary>A register's row that says nothing of its evidence is confirmed by being there; without the column, nothing is more than planned.</summary>
    public Rung Rung(Column column) =>
        (column.At < 0 ? "scheduled" : KnownWord(column, WordKind.Evidence)) switch
        {
            "scheduled" => Domain.Facts.Rung.Scheduled,
            "accepted" => Domain.Facts.Rung.Accepted,
            "held" => Domain.Facts.Rung.Held,
            _ => Domain.Facts.Rung.Confirmed,
        };

    /// <summary>The values between semicolons, without blank ones.</summary>
    public ImmutableArray<string> List(Column column)
    {
        if (Nothing(column, out ReadOnlySpan<byte> text))
            return [];
        string[] list = new string[text.Count((byte)';') + 1];
        int count = 0;
        foreach (Range part in text.Split((byte)';'))
            if (Values.Trim(text[part]) is { Length: > 0 } value)
                list[count++] = Participant(value);
        return ImmutableCollectionsMarshal.AsImmutableArray(count == list.Length ? list : list[..count]);
    }

    /// <summary>Mail domains between semicolons, in lower case, whether or not written with the @ before them.</summary>
    public ImmutableArray<string> Domains(Column column) => Word(column) is not { } text ? []
        : [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(d => d.TrimStart('@')).Where(d => d.Length > 0).Distinct()];

    public ImmutableArray<(ItemDay Name, LocalDate On)> Days(params ReadOnlySpan<(ItemDay Name, Column Column)> columns)
    {
        Span<(ItemDay Name, LocalDate On)> days = stackalloc (ItemDay, LocalDate)[columns.Length];
        int count = 0;
        foreach ((ItemDay name, Column column) in columns)
            if (Day(column) is { } day)
                days[count++] = (name, day);
        return [.. days[..count]];
    }

    /// <summary>The columns that are not blank, by name.</summary>
    public Dictionary<string, string> Fields(params ReadOnlySpan<Column> columns)
    {
        Dictionary<string, string> fields = new(columns.Length);
        foreach (Column column in columns)
            if (Text(column) is { } text)
                fields[column.Name] = text;
        return fields;
    }

    private string Participant(ReadOnlySpan<byte> id) => Ascii.EqualsIgnoreCase(id, "customer"u8) ? "customer" : known.Person(id)?.Value ?? _words[id];
}
