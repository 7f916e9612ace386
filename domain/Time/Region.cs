namespace Plumbline.Domain.Time;

/// <summary>A part of the United Kingdom with bank holidays of its own (the divisions of the gov.uk list).</summary>
public enum Region { EnglandAndWales, Scotland, NorthernIreland }

/// <summary>The regions as files and policies write them: <c>england-and-wales</c>, <c>scotland</c>, <c>northern-ireland</c>.</summary>
public static class Regions
{
    public static readonly IReadOnlyList<string> Names = ["england-and-wales", "scotland", "northern-ireland"];

    public static string Name(this Region region) => Names[(int)region];

    /// <summary>Null where the text names no region; case does not matter.</summary>
    public static Region? Parse(string text)
    {
        for (int i = 0; i < Names.Count; i++)
            if (Names[i].Equals(text, StringComparison.OrdinalIgnoreCase))
                return (Region)i;
        return null;
    }
}
