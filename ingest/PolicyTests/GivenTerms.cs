using System.Collections.Immutable;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.PolicyTests;

/// <summary>
/// The facts of a test, as rows of the plain files by their columns: <c>given: { roles: [{ account_id: A1, person_id: P1, role: core }] }</c>.
/// A column that a row leaves out is blank, and a list in one is what stands between semicolons.
/// </summary>
internal static class GivenTerms
{
    public const string Key = "given";

    public static Given Read(Fields of, ImmutableArray<GivenShape> files)
    {
        var shape = new Shape(Quote.Of(Key), [], [.. files.Select(f => f.Name)]);
        if (of.Part(Key, shape) is not { } fields)
            return Given.Nothing;
        return new([.. files.Where(f => fields[f.Name] is not null).Select(f => (f, fields[f.Name]?.At ?? default, Rows(fields, f)))]);
    }

    private static ImmutableArray<GivenRow> Rows(Fields fields, GivenShape file)
    {
        if (fields[file.Name] is not Sequence list)
        {
            fields.Faults.Add(fields[file.Name]?.At ?? default, $"{Quote.Of(file.Name)} is a list of rows, not {fields[file.Name]?.Kind}");
            return [];
        }
        var shape = new Shape($"a row of {Quote.Of(file.Name)}", file.Key, [.. file.Columns.Except(file.Key)]);
        ImmutableArray<GivenRow> rows = [.. list.Items.Select(i => Fields.Of(i, shape, fields.Faults) is { } row ? Row(i.At, row, file) : null).OfType<GivenRow>()];
        RefuseSame(rows, file, fields.Faults);
        return rows;
    }

    private static GivenRow Row(Place at, Fields row, GivenShape file) =>
        new(at, [.. row.Entries(file.Columns).Select(e => (e.Key, ValueOf(e, row.Faults))).Where(v => v.Item2 is not null).Select(v => (v.Key, v.Item2 ?? v.Key))]);

    /// <summary>Nothing written is a blank.</summary>
    private static Text? ValueOf(Entry entry, FaultList faults) => entry.Value switch
    {
        Text text => text,
        Sequence list => new(list.At, string.Join(';', Lists.Texts(list, entry.Key.Value, faults, mayBeEmpty: true).Select(t => t.Value))),
        var other => other.AsText(faults),
    };

    private static void RefuseSame(ImmutableArray<GivenRow> rows, GivenShape file, FaultList faults)
    {
        var lines = new Dictionary<string, int>();
        foreach (GivenRow row in rows)
            if (row.KeyBy(file.Key) is { } key && !lines.TryAdd(key, row.At.Line))
                faults.Add(row.At, $"{Quote.Of(key.Replace('\n', ' '))} of {Quote.Of(file.Name)} is already there, on line {lines[key]}");
    }
}
