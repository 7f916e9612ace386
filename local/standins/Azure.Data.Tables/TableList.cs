using System.Globalization;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>Where the account's list of tables is.</summary>
internal static class TableList
{
    public static string Url(string root, string? filter, int? top, string? token)
    {
        var url = new StringBuilder(root).Append("/Tables");
        char next = '?';
        Add("$filter", filter);
        Add("$top", top?.ToString(CultureInfo.InvariantCulture));
        Add("NextTableName", token);
        return url.ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                url.Append(next).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                next = '&';
            }
        }
    }
}
