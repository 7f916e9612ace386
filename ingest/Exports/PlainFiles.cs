using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.TimeEntries;
using Plain = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>Reads a set of plain files into a snapshot: every failure of theirs is a reading, and none an exception.</summary>
public static class PlainFiles
{
    /// <summary>The files that are looked for.</summary>
    public static IReadOnlyList<string> Names => Plain.PlainFiles;

    /// <param name="words">The words that the files may use; asked for once, when the first file with words is read.</param>
    public static Snapshot Read(IReadOnlyCollection<PlainFile> files, LocalDate today, Func<KnownWords> words, Action<string>? progress, CancellationToken cancellation) =>
        Read(files, today, words, progress, Records.LongestRecord, Environment.ProcessorCount, cancellation);

    /// <param name="partSize">How many bytes of time.csv one thread takes at a time.</param>
    internal static Snapshot Read(
        IReadOnlyCollection<PlainFile> files, LocalDate today, Func<KnownWords> words, Action<string>? progress, int partSize, int threads, CancellationToken cancellation)
    {
        Dictionary<string, PlainFile> byName = files.ToDictionary(f => f.Name, StringComparer.Ordinal);
        PlainFile? File(Shape shape) => byName.GetValueOrDefault(shape.Source);

        Lazy<RegisterFiles> register = new(() => new RegisterFiles(File, words, today, cancellation));
        using TimeReading time = new(File(TimeFile.Shape), new Lazy<Known>(() => register.Value.Known), today, partSize, cancellation);
        ConcurrentQueue<Action> others = new();

        Func<Content<T>> Later<T>(Shape shape, Func<Header, Func<Row, T>> parser) where T : class
        {
            Lazy<Content<T>> content = new(() => new ContentReader<T>(File(shape), shape, parser, register.Value.Known, today, cancellation).Read());
            others.Enqueue(() =>
            {
                _ = content.Value;
                progress?.Invoke(shape.Source);
            });
            return () => content.Value;
        }

        var invoices = Later(InvoicesFile.Shape, InvoicesFile.Parser);
        var activities = Later(ActivitiesFile.Shape, ActivitiesFile.Parser);
        var roles = Later(RolesFile.Shape, RolesFile.Parser);
        var absences = Later(AbsencesFile.Shape, AbsencesFile.Parser);
        var expenses = Later(ExpensesFile.Shape, ExpensesFile.Parser);
        var documents = Later(DocumentsFile.Shape, DocumentsFile.Parser);
        var items = Later(ItemsFile.Shape, ItemsFile.Parser);
        var figures = Later(ReadingsFile.Shape, ReadingsFile.Parser);
        var opportunities = Later(OpportunitiesFile.Shape, OpportunitiesFile.Parser);
        Together(threads, others, time.Fold);

        Content<Work> work = time.Close();
        progress?.Invoke(TimeFile.Shape.Source);
        SourceReading[] readings =
        [
            .. register.Value.Readings, work.Reading, invoices().Reading, activities().Reading, roles().Reading, absences().Reading,
            expenses().Reading, documents().Reading, items().Reading, figures().Reading, opportunities().Reading,
        ];
        return new Snapshot(register.Value.Register)
        {
            Items = [.. invoices().Facts, .. expenses().Facts, .. absences().Facts, .. documents().Facts, .. items().Facts],
            Activities = activities().Facts,
            Assignments = roles().Facts,
            Records = opportunities().Facts,
            Figures = figures().Facts,
            Work = work.Facts,
            Readings = readings.ToDictionary(r => r.Source),
        };
    }

    /// <summary>The first thread begins with the time entries, which are most of the work; the others help with them when the other files are read.</summary>
    private static void Together(int threads, ConcurrentQueue<Action> others, Action foldTime)
    {
        void ReadOthers()
        {
            while (others.TryDequeue(out Action? read))
                read();
        }

        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => (i == 0 ? foldTime + ReadOthers : ReadOthers + foldTime)());
        }
        catch (AggregateException e)
        {
            // Two threads may fail at once; each alone would have been enough.
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }
    }
}
