using System.Globalization;
using System.Text;

namespace Plumbline.Ingest.Csv;

/// <summary>Marks that cannot be seen, that a terminal would obey, or that turn a line around: no message shows them as they are.</summary>
public static class HiddenMark
{
    public static bool Is(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
}
