namespace Plumbline.Infra.Tests;

/// <summary>A test of compiled templates: left out where there is no compiler.</summary>
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() => Skip = Bicep.Missing;
}

/// <summary>A test of compiled templates with several cases: left out where there is no compiler.</summary>
internal sealed class BicepTheoryAttribute : TheoryAttribute
{
    public BicepTheoryAttribute() => Skip = Bicep.Missing;
}
