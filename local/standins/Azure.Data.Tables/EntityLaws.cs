using System.Buffers;
using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>What the service demands of a row and the emulator, in part, does not.</summary>
internal static class EntityLaws
{
    /// <summary>64 KiB in UTF-16.</summary>
    public const int LongestText = 32 * 1024;

    private const int LongestKey = 1_024;
    private const int LongestName = 255;

    private static readonly DateTime Earliest = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly SearchValues<char> ForbiddenInKeys = SearchValues.Create(Forbidden());

    public static void DemandPresent(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity.PartitionKey));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity.RowKey));
    }

    public static void DemandKeys(ITableEntity entity)
    {
        DemandPresent(entity);
        DemandKey(nameof(entity.PartitionKey), entity.PartitionKey);
        DemandKey(nameof(entity.RowKey), entity.RowKey);
    }

    public static void DemandName(string name)
    {
        if (name.Length > LongestName)
        {
            throw TableFault.PropertyNameTooLong();
        }

        if (name.Length == 0 || !Starts(name[0]))
        {
            throw TableFault.PropertyNameInvalid(name);
        }

        foreach (char c in name)
        {
            if (!Starts(c) && !Continues(c))
            {
                throw TableFault.PropertyNameInvalid(name);
            }
        }
    }

    /// <summary>The instant as the service stores it; a DateTime that is not in UTC is the caller's fault, as in the package.</summary>
    public static DateTime Storable(DateTime instant)
    {
        if (instant.Kind != DateTimeKind.Utc)
        {
            throw new NotSupportedException($"DateTime {instant:o} has a Kind of {instant.Kind}: the Table service stores UTC. Call DateTime.ToUniversalTime or DateTime.SpecifyKind first.");
        }

        return instant >= Earliest ? instant : throw TableFault.OutOfRange(nameof(DateTime), instant.ToString("o", CultureInfo.InvariantCulture));
    }

    private static void DemandKey(string name, string key)
    {
        if (key.Length > LongestKey)
        {
            throw TableFault.KeyTooLarge(name);
        }

        if (key.AsSpan().ContainsAny(ForbiddenInKeys))
        {
            throw TableFault.OutOfRange(name, key);
        }
    }

    private static bool Starts(char c) => char.IsAsciiLetter(c) || c == '_' || (c > '\x7f' && (char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber));

    private static bool Continues(char c) => char.IsAsciiDigit(c) || (c > '\x7f' && char.GetUnicodeCategory(c)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format);

    private static string Forbidden()
    {
        var forbidden = new System.Text.StringBuilder(@"/\#?");
        for (char c = '\0'; c <= '\x9f'; c++)
        {
            if (char.IsControl(c))
            {
                forbidden.Append(c);
            }
        }

        return forbidden.ToString();
    }
}
