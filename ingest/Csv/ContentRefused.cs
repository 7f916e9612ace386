namespace Plumbline.Ingest.Csv;

/// <summary>A whole file that cannot be used. It never leaves this folder: it becomes the reading's reason.</summary>
internal sealed class ContentRefused(string why) : Exception(why);

/// <summary>A quick reading met quotes that only a patient one can judge.</summary>
internal sealed class QuotesAmiss() : Exception("read it again, patiently");
