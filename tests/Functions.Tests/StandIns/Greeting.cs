using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.Functions.Tests.StandIns;

/// <summary>The one public function of this assembly: what CreateBuilder finds when a test calls it.</summary>
public class Greeting(Probe probe)
{
    [Function("StandInGreeting")]
    public IResult Greet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "greetings/{name}")] HttpRequest request, string name)
    {
        probe.See(name);
        return HttpResults.Text($"Hello {name}");
    }
}
