namespace Plumbline.Functions.Results;

/// <summary>How the promises of an account stand, as a colour.</summary>
public enum Light { None, Green, Grey, Amber, Red }

/// <summary>How many findings stand how.</summary>
public readonly record struct Standing(int Met, int Late, int AtRisk, int Breached, int Unknown)
{
    /// <summary>As bad as the worst: missing data is never green.</summary>
    public Light Light => this switch
    {
        { Breached: > 0 } => Light.Red,
        { AtRisk: > 0 } => Light.Amber,
        { Unknown: > 0 } => Light.Grey,
        { Met: > 0 } or { Late: > 0 } => Light.Green,
        _ => Light.None,
    };

    public static Standing operator +(Standing one, Standing other) =>
        new(one.Met + other.Met, one.Late + other.Late, one.AtRisk + other.AtRisk, one.Breached + other.Breached, one.Unknown + other.Unknown);
}
