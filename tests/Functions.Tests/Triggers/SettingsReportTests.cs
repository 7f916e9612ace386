using System.Text;
using Microsoft.Extensions.Logging;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>The console's error stream is one for the whole process: these tests write to it alone.</summary>
[CollectionDefinition(nameof(StandardError), DisableParallelization = true)]
public sealed class StandardError;

[Collection(nameof(StandardError))]
public sealed class SettingsReportTests
{
    [Fact]
    public async Task Faults_of_settings_go_all_at_once_to_the_log_and_to_the_console_which_the_host_does_not_drop()
    {
        await using ServedApp app = await ServedApp.StartAsync(_ => { }, ("Policy:Folder", "/no/such/folder"));
        string told = await ConsoleAsync(app.ReportSettingsAsync);
        string said = Assert.Single(app.Logs.Of(LogLevel.Error));
        string[] lacks = ["Tables is not set", "AzureWebJobsStorage is not set", "ServiceBus is not set", "Exports is not set", "policy: ", "there is no such folder"];
        Assert.All(lacks, fault => Assert.Contains(fault, said, StringComparison.Ordinal));
        Assert.All(lacks, fault => Assert.Contains(fault, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_app_that_lacks_nothing_has_nothing_to_tell()
    {
        await using ServedApp app = await ServedApp.StartAsync(_ => { },
            ("Tables", "UseDevelopmentStorage=true"), ("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("Exports", "UseDevelopmentStorage=true"),
            ("ServiceBus", "Endpoint=sb://bus.example.test;SharedAccessKeyName=k;SharedAccessKey=c2VjcmV0"));
        Assert.Equal("", await ConsoleAsync(app.ReportSettingsAsync));
        Assert.Empty(app.Logs.Of(LogLevel.Error));
    }

    private static async Task<string> ConsoleAsync(Func<Task> act)
    {
        TextWriter before = Console.Error;
        await using var written = new StringWriter(new StringBuilder());
        Console.SetError(written);
        try
        {
            await act();
        }
        finally
        {
            Console.SetError(before);
        }
        return written.ToString();
    }
}
