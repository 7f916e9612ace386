namespace Plumbline.Ingest;

/// <summary>What lies there is no file with a content and an end. The message says what it is and the remedy, and no name.</summary>
internal sealed class NoOrdinaryFile() : IOException("is a pipe, a socket or a device; put an ordinary file in its place");
