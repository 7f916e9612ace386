using System.Text.RegularExpressions;

namespace Plumbline.Local.Host;

/// <summary>The settings of the app, by names whose letter case does not count, with <c>:</c> or <c>__</c> between sections.</summary>
internal sealed partial class AppSettings
{
    private const string Separator = "__";

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public AppSettings(IReadOnlyDictionary<string, string> settings)
    {
        foreach ((string name, string value) in settings)
        {
            values[name.Replace(":", Separator, StringComparison.Ordinal)] = value;
        }
    }

    /// <summary>As environment variables.</summary>
    public IReadOnlyDictionary<string, string> Variables => values;

    public string? Find(string name) => values.GetValueOrDefault(name.Replace(":", Separator, StringComparison.Ordinal));

    /// <summary>Replaces each <c>%NAME%</c> by the setting of that name.</summary>
    public string Resolve(string function, string text) => Name().Replace(text, match => Find(match.Groups[1].Value)
        ?? throw new HostException($"function {function} asks for '{text}', and there is no setting '{match.Groups[1].Value}'."));

    /// <summary>The connection string that a binding names, looked for where the real host looks.</summary>
    public string Connection(string function, string? name)
    {
        string wanted = string.IsNullOrEmpty(name) ? "AzureWebJobsStorage" : name;
        return Find(wanted) ?? Find($"AzureWebJobs{wanted}") ?? Find($"ConnectionStrings:{wanted}")
            ?? throw new HostException(
                $"function {function} asks for the connection '{wanted}', and there is no setting of that name with a connection string.");
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Name();
}
