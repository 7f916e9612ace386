using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Plumbline.Ingest.Csv;

/// <summary>One column of a file as its header places it.</summary>
/// <param name="At">Its 0-based place; -1 where the file lacks it, so that it reads as blank and nobody is blamed.</param>
internal readonly record struct Column(string Name, int At, bool Lenient)
{
    /// <summary>Whether its day may lie far ahead.</summary>
    public bool Distant { get; init; }

    /// <summary>A column that this kind of file has not.</summary>
    public static Column None { get; } = new("", -1, Lenient: true);
}

/// <summary>The header line of a file: where each column stands, and which are lacking.</summary>
internal sealed class Header
{
    /// <summary>A file that has more is not the one that it is called.</summary>
    private const int MostNamed = 20;

    private readonly Shape _shape;
    private readonly List<string> _unknown;
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _twice = new(StringComparer.OrdinalIgnoreCase);

    public Header(Shape shape, IReadOnlyList<string> names)
    {
        _shape = shape;
        Width = names.Count;
        for (int place = 0; place < names.Count; place++)
            if (names[place].Length > 0 && !_places.TryAdd(names[place], place))
                _twice.Add(names[place]);
        _unknown = Unknown();
        RefuseWithoutVital(names);
        KeyPlaces = [.. shape.Key.Select(k => this[k].At)];
        Lacking = LackingColumns();
        Notes = [.. Left()];
    }

    /// <summary>The first line that is not blank.</summary>
    public static Header Read(Shape shape, Records records)
    {
        while (records.Read())
        {
            if (records.IsBlank || NamesSeparator(records))
                continue;
            if (records.Broken(records.Reader.FieldCount) is { } broken)
                throw new ContentRefused($"{shape.Source} line {records.Line}: {broken}");
            string[] names = new string[records.Reader.FieldCount];
            for (int i = 0; i < names.Length; i++)
                names[i] = Encoding.UTF8.GetString(Values.Trim(records.Reader.GetSpan(i)));
            if (!shape.Key.AddRange(shape.Vital).All(vital => names.Contains(vital, StringComparer.OrdinalIgnoreCase)) && ToolExport.Named(names, records) is { } tool)
                throw new ContentRefused($"{shape.Source} line 1: this is {tool}, as the tool exports it; give it the columns of a plain file ({string.Join(",", shape.Columns)})");
            return new Header(shape, names);
        }
        throw new ContentRefused($"{shape.Source} line 1: the file is empty; it needs a line with the names of its columns");
    }

    /// <summary>Spreadsheets are told the separator in a line of its own: <c>sep=,</c>.</summary>
    private static bool NamesSeparator(Records records) =>
        records.Reader.FieldCount == 2 && Values.Trim(records.Reader.GetSpan(0)).SequenceEqual("sep="u8) && records.Reader.GetSpan(1).IsEmpty;

    public int Width { get; }

    /// <summary>Where the parts of the key stand.</summary>
    public ImmutableArray<int> KeyPlaces { get; }

    public ImmutableDictionary<string, string> Lacking { get; }

    public ImmutableArray<string> Notes { get; }

    public Column this[string name] => new(name, _twice.Contains(name) ? -1 : _places.GetValueOrDefault(name, -1), _shape.Lenient.Contains(name)) { Distant = _shape.Distant.Contains(name) };

    private void RefuseWithoutVital(IReadOnlyList<string> names)
    {
        foreach (string vital in _shape.Key.AddRange(_shape.Vital))
            if (WhyLacking(vital) is { } why)
                throw new ContentRefused(Separated(names) ?? why);
    }

    private ImmutableDictionary<string, string> LackingColumns()
    {
        ImmutableDictionary<string, string> lacking = ImmutableDictionary<string, string>.Empty;
        foreach (string column in _shape.Columns)
            if ((_twice.Contains(column) || !_shape.Defaults.Any(d => d.Column == column)) && WhyLacking(column) is { } why)
                lacking = lacking.Add(column, why);
        return lacking;
    }

    /// <summary>In the order of their names.</summary>
    private List<string> Unknown()
    {
        List<string> unknown = [.. _places.Keys];
        unknown.RemoveAll(name => _shape.Columns.Contains(name, StringComparer.OrdinalIgnoreCase));
        unknown.Sort(StringComparer.Ordinal);
        return unknown;
    }

    private IEnumerable<string> Left()
    {
        foreach ((string column, string instead) in _shape.Defaults)
            if (!_places.ContainsKey(column))
                yield return $"{_shape.Source} line 1, column {column}: it is missing; {instead}";
        foreach (string each in _unknown.Take(MostNamed))
            yield return $"{_shape.Source} line 1, column {Quoted.Value(each)}: not one that we know; it is left out";
        if (_unknown.Count > MostNamed)
            yield return string.Create(CultureInfo.InvariantCulture, $"{_shape.Source} line 1: and {_unknown.Count - MostNamed:N0} more columns that we do not know; they are left out");
    }

    private string? WhyLacking(string column)
    {
        string where = $"{_shape.Source} line 1, column {column}: ";
        if (_twice.Contains(column))
            return where + "it stands twice; keep one of them";
        if (_places.ContainsKey(column))
            return null;
        return where + (Likeness.Nearest(column, _unknown) is not { } meant ? "it is missing; add it" : $"it is missing; add it (did you mean it by the column {Quoted.Value(meant)}?)");
    }

    private string? Separated(IReadOnlyList<string> names) => names is not [var only] ? null
        : only.Contains(';') ? $"{_shape.Source} line 1: the columns are separated by ';'; separate them by commas"
        : only.Contains('\t') ? $"{_shape.Source} line 1: the columns are separated by tabs; separate them by commas"
        : null;
}
