using System.Security.Cryptography;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Plumbline.Cli.Sample;

namespace Plumbline.Cli.Tests.Sample;

/// <summary>The sample firm of one day in a folder of its own, read back row by row; the folder goes with it.</summary>
internal sealed partial class SampleFiles : IDisposable
{
    private readonly Dictionary<string, List<Dictionary<string, string>>> _rows = [];

    public SampleFiles(string today, int seed = SampleFirm.DefaultSeed)
    {
        Today = Day(today);
        SampleFirm.Write(Folder, Today, seed, IsWorkingDay);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("sample-firm-").FullName;

    public LocalDate Today { get; }

    public IEnumerable<string> Names => Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    // New Year's Day stands for all bank holidays.
    public static bool IsWorkingDay(LocalDate day) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && day is not { Month: 1, Day: 1 };

    public byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public string Hash(string name) => Convert.ToHexString(SHA256.HashData(Bytes(name)));

    public string Header(string name) => File.ReadLines(Path.Combine(Folder, name)).First();

    public List<Dictionary<string, string>> Rows(string name)
    {
        if (!_rows.TryGetValue(name, out var rows))
        {
            _rows.Add(name, rows = Read(name));
        }

        return rows;
    }

    private List<Dictionary<string, string>> Read(string name)
    {
        var columns = Header(name).Split(',');
        return [.. File.ReadLines(Path.Combine(Folder, name)).Skip(1).Select(line => Row(columns, Fields(line)))];
    }

    public HashSet<string> Column(string name, string column) => [.. Rows(name).Select(row => row[column])];

    private static Dictionary<string, string> Row(string[] columns, List<string> fields)
    {
        Assert.Equal(columns.Length, fields.Count);
        return columns.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    // No field of the firm holds a line break, so that a line is a row.
    private static List<string> Fields(string line) =>
        [.. Field().Matches(line).Select(field => field.Value switch
        {
            ['"', .. var quoted, '"'] => quoted.Replace("\"\"", "\"", StringComparison.Ordinal),
            var plain => plain,
        })];

    [GeneratedRegex("(?<=^|,)(\"([^\"]|\"\")*\"|[^,]*)")]
    private static partial Regex Field();

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
