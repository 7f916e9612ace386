using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>The version of the tables' columns, in the header of every answer that has them.</summary>
internal static class ApiVersion
{
    private const string Header = "api-version";

    public static void Set(HttpResponse response) => response.Headers[Header] = ResultTable.Version.ToString(CultureInfo.InvariantCulture);
}
