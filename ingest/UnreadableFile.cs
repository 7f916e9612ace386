namespace Plumbline.Ingest;

/// <summary>What lies there cannot be read to its end. The message says what is wrong and the remedy, and no name.</summary>
internal sealed class UnreadableFile(string why) : IOException(why);
