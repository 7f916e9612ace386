using System.Collections.Immutable;
using System.Text;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Policies.Syntax;
using Plumbline.Ingest.TimeEntries;
using Plain = Plumbline.Ingest.Csv.Shape;

namespace Plumbline.Ingest.PolicyTests;

/// <summary>
/// The facts of a policy's test, read by the very readers that read exports: each file that is given is written out with all of its
/// columns, and what the readers find wrong with it is a fault at the place of the test's file where it was given.
/// </summary>
internal sealed class GivenFiles(Given given, FaultList faults)
{
    private const int SmallPart = 1 << 12;

    private static readonly ImmutableArray<Plain> Files =
    [
        AccountsFile.Shape, ContactsFile.Shape, PeopleFile.Shape, EngagementsFile.Shape, RolesFile.Shape, TimeFile.Shape, ExpensesFile.Shape,
        AbsencesFile.Shape, InvoicesFile.Shape, DocumentsFile.Shape, ActivitiesFile.Shape, ItemsFile.Shape, ReadingsFile.Shape, OpportunitiesFile.Shape,
    ];

    // A file without a row was read in full and has nothing in it.
    private static readonly ImmutableHashSet<string> Everything = [.. PlainFiles.Names];

    public static ImmutableArray<GivenShape> Shapes { get; } = [.. Files.Select(f => new GivenShape(Path.GetFileNameWithoutExtension(f.Source), f.Columns, f.Key))];

    /// <summary>The facts as they stand at the end of the day.</summary>
    public Snapshot Read(LocalDate day, KnownWords words)
    {
        PlainFile[] files = [.. given.Files.Select(f => new PlainFile(SourceOf(f.File), day, () => new MemoryStream(Encoding.UTF8.GetBytes(Csv(f.File, f.Rows)))))];
        Snapshot snapshot = PlainFiles.Read(files, day, () => words, null, SmallPart, threads: 1, default).Allowing(Everything);
        foreach (var (file, at, rows) in given.Files)
            Report(snapshot.Readings[SourceOf(file)], at, rows);
        return snapshot;
    }

    private static string SourceOf(GivenShape file) => $"{file.Name}.csv";

    private static string Csv(GivenShape file, ImmutableArray<GivenRow> rows) =>
        string.Concat(rows.Select(r => Line(file.Columns.Select(c => r[c]?.Value ?? ""))).Prepend(Line(file.Columns)));

    private static string Line(IEnumerable<string> values) =>
        string.Join(',', values.Select(v => v.AsSpan().ContainsAny(',', '"') ? $"\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : v)) + "\n";

    private void Report(SourceReading reading, Place at, ImmutableArray<GivenRow> rows)
    {
        if (reading.Why is { } why)
            faults.Add(at, why);
        foreach (Fault fault in reading.Faults)
            faults.Add(PlaceOf(fault, rows), WhatIn(fault.Message));
        // Rows of people who are not given are used, and a test need not give everybody.
        if (reading.Unmatched.Rows - reading.Unmatched.OfPeople is > 0 and int unplaced)
            faults.Add(at, $"{unplaced} of its rows name accounts or engagements that are not given");
    }

    /// <summary>The header is the first line.</summary>
    private static Place PlaceOf(Fault fault, ImmutableArray<GivenRow> rows) =>
        rows[fault.Line - 2] is var row && fault.Column is { } column && row[column] is { } value ? value.At : row.At;

    /// <summary>Where it stands in the test says more than the line of a file that nobody sees.</summary>
    private static string WhatIn(string message) => message[(message.IndexOf(", column ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : message.IndexOf(": ", StringComparison.Ordinal) + 2)..];
}
