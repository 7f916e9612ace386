using System.Collections.Concurrent;
using System.Globalization;
using Azure.Data.Tables.Models;

namespace Plumbline.Functions.Tables;

/// <summary>A column's name is a C# identifier of at most 255 characters.</summary>
internal static class ColumnNames
{
    private const int Longest = 255;

    // Names come from code and are few; should they ever come from data, the others are looked at each time.
    private const int Remembered = 1_000;

    private static readonly ConcurrentDictionary<string, bool> Known = [];

    public static void Demand(string name)
    {
        if (Known.ContainsKey(name))
            return;
        if (name.Length > Longest)
            throw AzureTableRules.Refusal(TableErrorCode.PropertyNameTooLong, $"A column's name is longer than {Longest} characters.");
        if (name.Length == 0 || !Starts(name[0]) || !name.All(c => Starts(c) || Continues(c)))
            throw AzureTableRules.Refusal(TableErrorCode.PropertyNameInvalid, "A column's name is not a C# identifier.");
        if (Known.Count < Remembered)
            Known.TryAdd(name, true);
    }

    private static bool Starts(char c) => char.IsAsciiLetter(c) || c == '_' || (c > '\x7f' && (char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber));

    private static bool Continues(char c) => char.IsAsciiDigit(c) || (c > '\x7f' && char.GetUnicodeCategory(c)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format);
}
