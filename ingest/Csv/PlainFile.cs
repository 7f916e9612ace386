using NodaTime;

namespace Plumbline.Ingest.Csv;

/// <summary>A plain file's content, wherever it lies: in a folder, or downloaded from a library.</summary>
/// <param name="Name">The source it is, as <c>invoices.csv</c>.</param>
/// <param name="AsOf">The day at whose end the content stood.</param>
/// <param name="Open">Opens the content at its beginning; called once, and again where a first reading in parts must be done over.</param>
public sealed record PlainFile(string Name, LocalDate AsOf, Func<Stream> Open)
{
    /// <summary>Whether its reading says the hash of its content, as all that is kept must; who shows no hash spares the work.</summary>
    public bool Hashed { get; init; } = true;
}
