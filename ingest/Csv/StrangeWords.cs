using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Domain.Measures;

namespace Plumbline.Ingest.Csv;

/// <summary>
/// The unknown words of one file, each once, with its count of rows and its first line. The first twenty are named and the rest counted, so
/// that a file of nothing else does not fill the memory.
/// </summary>
internal sealed class StrangeWords(string source, Known known)
{
    private const int MostNamed = 20;

    private readonly Dictionary<(string Column, string Word), (int Rows, int FirstLine, WordKind Kind)> _words = [];
    private int _others;

    public void Add(Row row)
    {
        foreach ((string column, string word, WordKind kind) in row.Strange)
            if (_words.TryGetValue((column, word), out var seen))
                _words[(column, word)] = seen with { Rows = seen.Rows + 1 };
            else if (_words.Count < MostNamed)
                _words.Add((column, word), (1, row.Line, kind));
            else
                _others++;
    }

    /// <summary>Each with the line to paste under <c>words</c> in <c>firm.yaml</c>.</summary>
    public IEnumerable<string> Notes()
    {
        foreach (var ((column, word), seen) in _words.OrderBy(w => w.Value.FirstLine).ThenBy(w => w.Key.Column, StringComparer.Ordinal))
            yield return Note(column, word, seen);
        if (_others > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{source}: other words that we do not know stand in {_others:N0} more {(_others == 1 ? "row" : "rows")}");
    }

    private string Note(string column, string word, (int Rows, int FirstLine, WordKind Kind) seen)
    {
        string shown = Quoted.Value(word);
        string said = string.Create(CultureInfo.InvariantCulture,
            $"{source} line {seen.FirstLine}, column {column}: {shown} is not a word that we know ({seen.Rows:N0} {(seen.Rows == 1 ? "row" : "rows")})");
        // What must not be shown, as an e-mail address, is not shown as a line to paste either.
        if (shown != $"'{word}'")
            return said;
        ImmutableHashSet<string> ours = known.Words.ByKind[seen.Kind];
        string meant = Nearest.To(word, ours) ?? $"<one of: {string.Join(", ", ours.Order(StringComparer.Ordinal))}>";
        return $"{said}; under 'words' in firm.yaml write  {word}: {meant}";
    }
}
