using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Plumbline.Ingest;
using Plumbline.Ingest.Csv;

namespace Plumbline.Functions.Results;

/// <summary>The parameters of a request's query: each of them is known, stands there once and says something. None is ignored.</summary>
internal sealed class Query
{
    private const int Named = 20;

    // They are for the Functions host: the key, and the name that its portal gives to who uses it.
    private static readonly string[] OfTheHost = ["code", "clientId"];

    private readonly IQueryCollection _given;

    private Query(IQueryCollection given) => _given = given;

    /// <summary>The value of a parameter; null where it is not given.</summary>
    public string? this[string name] => _given[name] is [{ } value] ? value : null;

    /// <exception cref="RefusedException">A parameter is not among the known ones, is given twice, or says nothing.</exception>
    public static Query Of(HttpRequest request, params string[] known)
    {
        var given = request.Query.Where(p => !Has(OfTheHost, p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal).ToArray();
        string[] strange = [.. given.Select(p => p.Key).Where(name => !Has(known, name))];
        if (strange.Length > 0)
            throw Refused("unknown_parameter", $"{Unknown(strange, known)} {(known.Length == 0 ? "None is taken here." : $"There are {string.Join(", ", known)}.")}");
        foreach ((string name, StringValues values) in given)
            Demand(known.First(k => k.Equals(name, StringComparison.OrdinalIgnoreCase)), values);
        return new(request.Query);
    }

    /// <summary>Of an address that takes no parameters.</summary>
    /// <exception cref="RefusedException">One is given.</exception>
    public static void None(HttpRequest request) => Of(request);

    private static void Demand(string name, StringValues values)
    {
        if (values is not [{ } value])
            throw Refused("repeated_parameter", string.Create(CultureInfo.InvariantCulture, $"The query parameter '{name}' is given {values.Count} times; give it once."));
        if (string.IsNullOrWhiteSpace(value))
            throw Refused("empty_parameter", $"The query parameter '{name}' is empty; give it a value, or leave it out.");
        // No stored value has one, and the tables would refuse the whole query.
        if (value.Any(char.IsControl))
            throw Refused("wrong_parameter", $"The query parameter '{name}' holds a control character.");
    }

    private static string Unknown(string[] strange, string[] known)
    {
        string[] named = [.. strange.Take(Named).Select(name => Nearest.To(name, known) is { } meant ? $"{Quoted.Value(name)} (did you mean '{meant}'?)" : Quoted.Value(name))];
        string more = strange.Length > Named ? string.Create(CultureInfo.InvariantCulture, $" and {strange.Length - Named} more") : "";
        return $"There is no query parameter {string.Join(", ", named)}{more}.";
    }

    private static bool Has(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static RefusedException Refused(string code, string detail) => new(StatusCodes.Status400BadRequest, code, detail);
}
