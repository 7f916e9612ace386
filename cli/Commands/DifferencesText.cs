using System.Globalization;
using System.Text;
using Plumbline.Domain.Findings;

namespace Plumbline.Cli.Commands;

/// <summary>For people: a line for each finding that differs, then how many changed from which verdict to which.</summary>
internal sealed class DifferencesText(Stream output, PeopleNames names) : IDifferencesWriter
{
    private readonly StreamWriter _writer = new(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
    private readonly SortedDictionary<(int Old, int New), (string Change, int Count)> _counts = [];

    public void Write(Difference difference)
    {
        string change = $"{difference.Was} -> {difference.Becomes}";
        (int, int) key = (Rank(difference.Old), Rank(difference.New));
        _counts[key] = (change, _counts.GetValueOrDefault(key).Count + 1);
        Finding finding = difference.Finding;
        string occasion = finding.Occasion.Length == 0 ? "" : $" {finding.Occasion}";
        _writer.WriteLine(OneLine.Of($"{change,-20}  {finding.Measure}  {finding.Account}  {finding.Subject}{occasion}  {names.In(finding.Message)}"));
    }

    public void End()
    {
        _writer.WriteLine(_counts.Count == 0 ? "No verdict differs." : "");
        foreach ((string change, int count) in _counts.Values)
            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {change}"));
        _writer.Flush();
    }

    public void Dispose() => _writer.Dispose();

    private static int Rank(Finding? finding) => finding is null ? -1 : (int)finding.Verdict;
}
