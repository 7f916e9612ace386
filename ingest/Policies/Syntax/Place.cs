namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>Where something stands in a file, line and column from 1; the default is the file as a whole.</summary>
internal readonly record struct Place(int Line, int Column);
