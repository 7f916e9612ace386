namespace Plumbline.Ingest.Csv;

/// <summary>A file with a header line and no row: more often a failed export than a firm that has nothing of the kind.</summary>
internal static class Empty
{
    public static string Why(string source) =>
        $"{source} has a header line and no row; export it again, whole, or list it under 'may be empty' in firm.yaml if there is nothing to export";
}
