namespace Plumbline.Domain.Tests.Fences;

public class SizeFence
{
    private const int Most = 250;

    [Fact]
    public void No_file_of_the_repository_is_longer_than_250_lines() => Assert.Empty(
        from folder in new[] { "domain", "ingest", "functions", "cli", "local", "tests" }
        from file in Repository.Sources(folder)
        let lines = File.ReadLines(file).Count()
        where lines > Most
        select $"{Path.GetRelativePath(Repository.Root, file)} has {lines} lines");

    [Fact]
    public void Half_of_the_domains_files_have_60_lines_or_fewer()
    {
        int[] lines = [.. Repository.Sources("domain").Select(f => File.ReadLines(f).Count()).Order()];
        Assert.InRange(lines[lines.Length / 2], 1, 60);
    }
}
