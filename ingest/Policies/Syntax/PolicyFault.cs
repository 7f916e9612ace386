using System.Globalization;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>Something in a policy that does not hold, where it stands, and what was probably meant.</summary>
/// <param name="File">As named within the policy's folder: <c>measures.yaml</c>, <c>holidays/scotland.json</c>.</param>
/// <param name="Line">From 1; 0 where the fault is that of the whole file.</param>
/// <param name="Column">From 1; 0 where the fault is that of the whole file.</param>
public sealed record PolicyFault(string File, int Line, int Column, string Message, string? Suggestion)
{
    /// <summary>As an editor understands it: <c>measures.yaml:12:5</c>.</summary>
    public string Place => Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");

    /// <summary>With what is wrong: <c>measures.yaml:12:5: unknown key 'wihtin'; did you mean 'within'?</c></summary>
    public override string ToString()
    {
        string hint = Suggestion is null ? "" : $"; did you mean '{Suggestion}'?";
        return $"{Place}: {Message}{hint}";
    }
}
