namespace Plumbline.Cli.Tests.GoodNews;

/// <summary>One file of the firm, damaged so that it states nothing new.</summary>
/// <param name="Naming">What the reason of a finding that becomes unknown must name: the file, and the line where there is one.</param>
/// <param name="Bytes">null: the file is missing.</param>
internal sealed record Damage(string What, string File, string Naming, byte[]? Bytes)
{
    public override string ToString() => $"{File}: {What}";
}
