namespace Plumbline.Local.Tests.Running;

public sealed class FullDiskTests : IDisposable
{
    private readonly SmallExports exports = new();

    public void Dispose() => exports.Dispose();

    [SmallDiskFact]
    public async Task A_full_disk_under_the_journal_of_the_bus_is_told_and_ends_the_program()
    {
        string folder = Path.Combine(exports.Home, "bus");
        string[] errors = await ErrorsAsync(folder, "4k");
        string journal = Path.Combine(folder, "service-bus.journal");
        string expected = $"The journal {journal} cannot be written, and nothing was accepted: No space left on device";
        Assert.StartsWith(expected, errors[^1], StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public async Task A_full_disk_under_the_files_of_Azurite_is_told_and_ends_the_program()
    {
        string[] errors = await ErrorsAsync(Path.Combine(exports.Home, "azurite-data"), "120k");
        const string Expected = "Azurite cannot save: ENOSPC: no space left on device, write. The latest rows are lost: make room, and start again.";
        Assert.Equal(Expected, errors[^1]);
    }

    private async Task<string[]> ErrorsAsync(string folder, string size)
    {
        await using var program = LocalProgram.WithSmallDisk(folder, size, [.. exports.Arguments, "--once"]);
        int exit = await program.EndAsync();
        Assert.True(exit == 3, $"exit {exit}: {string.Join('\n', program.Errors)}");
        return program.Errors;
    }
}
