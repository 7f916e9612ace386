namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>What no line of a policy may hold, found before its syntax is looked at.</summary>
internal static class LineCheck
{
    /// <summary>Whether every line passes: no tab in an indentation, no character that cannot be seen.</summary>
    public static bool Passes(string text, FaultList faults)
    {
        Place at = new(1, 0);
        bool indented = true;
        bool passes = true;
        foreach (char c in text)
        {
            at = at with { Column = at.Column + 1 };
            if (Complaint(c, indented) is { } complaint)
            {
                faults.Add(at, complaint);
                passes = false;
            }
            indented = c == '\n' || (indented && c is ' ' or '\t');
            if (c == '\n')
                at = new(at.Line + 1, 0);
        }
        return passes;
    }

    private static string? Complaint(char c, bool indented) => c switch
    {
        '\t' when indented => "a tab in the indentation: indent with spaces",
        '\t' or '\n' or '\r' => null,
        // Other line breaks of YAML 1.1: an editor would count its lines differently from ours.
        '\u2028' or '\u2029' => "a character that cannot be seen",
        _ => char.IsControl(c) ? "a character that cannot be seen" : null,
    };
}
