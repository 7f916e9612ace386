using System.Collections;
using System.Globalization;
using System.Reflection;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Policies;

namespace Plumbline.Functions.Tests.Policies;

/// <summary>The domain's tests cannot read YAML: what they judge by is said again in code, and held here to what is shipped.</summary>
public class TestedPolicyTests
{
    /// <summary>Where a rule comes from changes no verdict.</summary>
    private const string Unsaid = nameof(Measure.Source);

    [Fact]
    public void The_domain_is_tested_by_the_measures_that_are_shipped()
    {
        Policy shipped = PolicyFiles.Read(PolicyFolder.Shipped, Words.Known).Policy!;
        Assert.Equal(shipped.Measures.Select(m => Said(m)).Order(StringComparer.Ordinal), Domain.Tests.Policies.Shipped.Measures.Select(m => Said(m)).Order(StringComparer.Ordinal));
    }

    /// <summary>A value with all that it is made of; of functions, nothing.</summary>
    private static string Said(object? value) => value switch
    {
        null => "-",
        string text => text,
        Delegate => "",
        IDictionary map => string.Join(", ", map.Keys.Cast<object>().Select(k => $"{k}: {Said(map[k])}").Order(StringComparer.Ordinal)),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Said))}]",
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        _ => $"{value.GetType().Name} {{ {string.Join("; ", Properties(value))} }}",
    };

    private static IEnumerable<string> Properties(object value) =>
        from property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.GetIndexParameters().Length == 0 && (property.Name != Unsaid || value is not Measure)
        select $"{property.Name} {Said(property.GetValue(value))}";
}
