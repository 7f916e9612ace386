namespace Plumbline.Local.Tests.Running;

[Collection(UndisturbedRunTests.Name)]
public sealed class StartAndEndTests(UndisturbedRun undisturbed) : IDisposable
{
    private readonly SmallExports exports = new();

    public void Dispose() => exports.Dispose();

    [Fact]
    public async Task A_second_start_after_Ctrl_C_finds_its_rows()
    {
        await using var next = new LocalProgram(undisturbed.Arguments);
        await next.UpAsync();
        Assert.Contains(next.Errors, line => line.StartsWith("Uploaded 0 changed files of 3 of ", StringComparison.Ordinal));
        EndState.Same(undisturbed.EndState, await EndState.ReadAsync(next));
        Assert.Equal(0, await next.InterruptAsync());
    }

    [Fact]
    public async Task Calendars_of_own_exports_are_uploaded_and_an_app_folder_is_run()
    {
        Directory.CreateDirectory(Path.Combine(exports.Folder, "calendars"));
        await File.WriteAllTextAsync(Path.Combine(exports.Folder, "calendars", "ada@example.com.json"), """{"value":[]}""");
        string ours = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        string app = Path.Combine(ours, "..", "..", "functions", Path.GetFileName(ours));
        await using var program = new LocalProgram([.. exports.Arguments, "--once", "--app", app]);
        Assert.True(await program.EndAsync() == 0, string.Join('\n', program.Errors));
        Assert.Contains(program.Errors, line => line.StartsWith("Uploaded 4 changed files of 4 of ", StringComparison.Ordinal));
        Assert.DoesNotContain(program.Errors, line => line.Contains("Microsoft Graph", StringComparison.Ordinal));
    }
}
