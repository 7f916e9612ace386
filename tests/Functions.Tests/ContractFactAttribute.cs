using Xunit.Abstractions;
using Xunit.Sdk;

namespace Plumbline.Functions.Tests;

/// <summary>A test of a contract suite. It does not exist in a class that asks for a real service whose connection is not given.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Plumbline.Functions.Tests.ContractFactDiscoverer", "Functions.Tests")]
public sealed class ContractFactAttribute : FactAttribute;

/// <summary>The environment variable with the connection of the real service that a class tests.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RealServiceAttribute(string variable) : Attribute
{
    public string Variable { get; } = variable;

    public static bool IsGiven(string? variable) => variable is null || !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable));
}

/// <summary>The one test that is seen, as skipped and with the remedy, where the real service's connection is not given.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealServiceFactAttribute : FactAttribute
{
    public RealServiceFactAttribute(string variable, string what)
    {
        if (!RealServiceAttribute.IsGiven(variable))
        {
            Skip = $"to hold the real service to this contract, set {variable} to {what}";
        }
    }
}

public sealed class ContractFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        string? variable = testMethod.TestClass.Class.GetCustomAttributes(typeof(RealServiceAttribute)).FirstOrDefault()?.GetNamedArgument<string>(nameof(RealServiceAttribute.Variable));
        return RealServiceAttribute.IsGiven(variable) ? base.Discover(discoveryOptions, testMethod, factAttribute) : [];
    }
}
