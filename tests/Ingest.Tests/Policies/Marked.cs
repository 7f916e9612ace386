namespace Plumbline.Ingest.Tests.Policies;

/// <summary>A text in which <c>¦</c> marks the place of a fault.</summary>
internal sealed record Marked(string Text, int Line, int Column)
{
    public static Marked Of(string marked)
    {
        string before = marked[..marked.IndexOf('¦')];
        return new(marked.Replace("¦", ""), before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    /// <summary>Asserts that the file with this text has one fault, at the mark.</summary>
    public static void HasOneFault(string file, string marked, string message)
    {
        Marked text = Of(marked);
        Assert.Equal($"{file}:{text.Line}:{text.Column}: {message}", Assert.Single(PolicyFolder.FaultsOf(file, text.Text)));
    }
}
