namespace Plumbline.Functions.Sources;

/// <summary>A whole file that cannot be used. It never leaves this folder: it becomes the reading's reason.</summary>
internal sealed class ContentRefused(string why) : Exception(why);
