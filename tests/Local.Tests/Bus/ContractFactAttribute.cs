using Xunit.Abstractions;
using Xunit.Sdk;

namespace Plumbline.Local.Tests.Bus;

/// <summary>A test of a contract. In a class for the real service it is there only when the service's connection is given.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Plumbline.Local.Tests.Bus." + nameof(ContractFactDiscoverer), "Local.Tests")]
public sealed class ContractFactAttribute : FactAttribute;

/// <summary>The environment variable with the connection string of the real service that a class tests.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RealServiceAttribute(string variable) : Attribute
{
    public string Variable { get; } = variable;
}

/// <summary>The one test that is seen, as skipped and with the remedy, where the real service's connection is not given.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealServiceFactAttribute : FactAttribute
{
    public RealServiceFactAttribute(string variable, string what)
    {
        if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable)))
        {
            Skip = $"to hold the real service to this contract, set {variable} to {what}";
        }
    }
}

public sealed class ContractFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        string? variable = testMethod.TestClass.Class.GetCustomAttributes(typeof(RealServiceAttribute)).FirstOrDefault()?
            .GetNamedArgument<string>(nameof(RealServiceAttribute.Variable));
        bool runs = variable is null || !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable));
        return runs ? base.Discover(discoveryOptions, testMethod, factAttribute) : [];
    }
}
