using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>A YAML text step by step, as far as it is YAML; where it stops being so is a fault.</summary>
/// <param name="linesBefore">How many lines of the file come before the text.</param>
internal sealed class YamlSteps(string text, int linesBefore, FaultList faults)
{
    private readonly Scanner _scanner = new(new StringReader(text), skipComments: true);
    private Parser? _parser;

    /// <summary>Whether the text broke off.</summary>
    public bool Broke { get; private set; }

    /// <summary>Null at the end, and where the text breaks off.</summary>
    public ParsingEvent? Next()
    {
        try
        {
            _parser ??= new(_scanner);
            return _parser.MoveNext() ? _parser.Current : null;
        }
        catch (YamlException e)
        {
            Break(e.Start, e.Message);
        }
        catch (InvalidOperationException)
        {
            // Some texts that break off in a plain scalar end so in YamlDotNet 16.3: it has no words for them.
            Break(_scanner.CurrentPosition, "");
        }
        return null;
    }

    public Place PlaceOf(Mark mark) => new((int)mark.Line + linesBefore, (int)mark.Column);

    private void Break(Mark at, string message)
    {
        string sentence = message.Length == 0 ? "something is wrong before this" : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
        faults.Add(PlaceOf(at), $"not YAML: {Quote.Plain(sentence)}");
        Broke = true;
    }
}
