using Plumbline.Functions.Sources;

namespace Plumbline.Functions.Tests.Graph;

public class GraphSettingsTests
{
    [Theory]
    [InlineData(null, null, false, null)]
    [InlineData("no", "not an address", false, null)]
    [InlineData("yes", null, true, null)]
    [InlineData("yes", "https://graph.microsoft.us/v1.0", true, null)]
    [InlineData("yes", "http://127.0.0.1:5000/v1.0", true, null)]
    [InlineData("yes", "http://graph.example/v1.0", true, "Graph:BaseUrl is not an https address; http will do on this machine alone")]
    [InlineData("yes", "graph", true, "Graph:BaseUrl is not an https address; http will do on this machine alone")]
    [InlineData("true", null, false, "Graph:Calendars is neither yes nor no")]
    public void Settings_that_will_not_do_are_named_without_their_values(string? calendars, string? address, bool isOn, string? fault)
    {
        var settings = new GraphSettings(calendars, address);
        Assert.Equal((isOn, fault), (settings.IsOn, settings.Fault));
    }

    [Fact]
    public void The_public_Graph_sees_the_apps_identity_and_this_machine_none()
    {
        Assert.Equal(new Uri("https://graph.microsoft.com/v1.0"), new GraphSettings("yes", null).Address);
        Assert.NotNull(new GraphSettings("yes", null).Credential);
        Assert.Null(new GraphSettings("yes", "http://127.0.0.1:5000/v1.0").Credential);
    }
}
