using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Domain.Measures;

namespace Plumbline.Ingest.Csv;

/// <summary>The words of one file that nobody knows, each once, with how often it stands there and where first.</summary>
internal sealed class StrangeWords(string source, Known known)
{
    private readonly Dictionary<(string Column, string Word), (int Rows, int FirstLine, WordKind Kind)> _words = [];

    public void Add(Row row)
    {
        foreach ((string column, string word, WordKind kind) in row.Strange)
        {
            (int rows, int first, _) = _words.GetValueOrDefault((column, word), (0, row.Line, kind));
            _words[(column, word)] = (rows + 1, first, kind);
        }
    }

    /// <summary>Each with the line to paste under <c>words</c> in <c>firm.yaml</c>.</summary>
    public IEnumerable<string> Notes() => _words.OrderBy(w => w.Value.FirstLine).ThenBy(w => w.Key.Column, StringComparer.Ordinal).Select(w => Note(w.Key.Column, w.Key.Word, w.Value));

    private string Note(string column, string word, (int Rows, int FirstLine, WordKind Kind) seen)
    {
        ImmutableHashSet<string> ours = known.Words.ByKind[seen.Kind];
        string meant = Nearest.To(word, ours) ?? $"<one of: {string.Join(", ", ours.Order(StringComparer.Ordinal))}>";
        return string.Create(CultureInfo.InvariantCulture,
            $"{source} line {seen.FirstLine}, column {column}: {Quoted.Value(word)} is not a word that we know ({seen.Rows:N0} {(seen.Rows == 1 ? "row" : "rows")}); under 'words' in firm.yaml write  {word}: {meant}");
    }
}
