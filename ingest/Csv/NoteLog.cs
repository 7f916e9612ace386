using System.Globalization;

namespace Plumbline.Ingest.Csv;

/// <summary>
/// What is odd in the rows of one file and costs them nothing. The same thing in the same column is one note: the first line that has
/// it, and how many more.
/// </summary>
internal sealed class NoteLog
{
    private readonly Dictionary<(string Column, string What), Note> _notes = [];

    public void AddAll(Row row)
    {
        foreach ((Column column, string what) in row.Noted)
            if (_notes.TryGetValue((column.Name, what), out Note? note))
                note.More++;
            else
                _notes[(column.Name, what)] = new(row.Line, row.Says(column, what));
    }

    public void AddAll(NoteLog other)
    {
        foreach (var (key, theirs) in other._notes)
        {
            Note? ours = _notes.GetValueOrDefault(key);
            Note first = ours is null || theirs.Line < ours.Line ? theirs : ours;
            _notes[key] = new(first.Line, first.Message) { More = theirs.More + (ours is null ? 0 : ours.More + 1) };
        }
    }

    public IEnumerable<string> InOrder() => _notes
        .OrderBy(n => n.Value.Line).ThenBy(n => n.Key.Column, StringComparer.Ordinal).ThenBy(n => n.Key.What, StringComparer.Ordinal)
        .Select(n => n.Value.ToString());

    private sealed class Note(int line, string message)
    {
        public int Line => line;

        public string Message => message;

        public int More { get; set; }

        public override string ToString() => More == 0 ? message
            : string.Create(CultureInfo.InvariantCulture, $"{message} (and {More:N0} more {(More == 1 ? "row" : "rows")} like it)");
    }
}
