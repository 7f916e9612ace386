using System.Text;
using System.Text.Json;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>Reads JSON into the same tree as YAML, so that its faults have a line and a column too.</summary>
internal static class JsonTree
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = NodeBuilder.Deepest + 1 };

    /// <summary>Null, with a fault, where the text is not JSON or no tree can be made of it.</summary>
    public static Node? Read(string text, FaultList faults)
    {
        var builder = new NodeBuilder(faults);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Place at = new(1, 1);
        int reached = 0;
        try
        {
            var reader = new Utf8JsonReader(bytes, Options);
            while (reader.Read())
            {
                at = Advance(at, bytes.AsSpan(reached..(int)reader.TokenStartIndex));
                reached = (int)reader.TokenStartIndex;
                if (!Take(ref reader, at, builder))
                    return null;
            }
            return builder.Root;
        }
        catch (JsonException e)
        {
            faults.Add(new((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1), "not JSON here");
            return null;
        }
        catch (InvalidOperationException)
        {
            // A \u escape that is half of a character: the reader meets it only when it is asked for the text.
            faults.Add(at, "text with an escape that is no character");
            return null;
        }
    }

    private static bool Take(ref Utf8JsonReader reader, Place at, NodeBuilder builder)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                return builder.Open(at, reader.TokenType == JsonTokenType.StartObject);
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                builder.Close();
                return true;
            case JsonTokenType.String or JsonTokenType.PropertyName:
                builder.AddText(at, reader.GetString() ?? "");
                return true;
            default:
                builder.AddText(at, Encoding.UTF8.GetString(reader.ValueSpan));
                return true;
        }
    }

    private static Place Advance(Place from, ReadOnlySpan<byte> over)
    {
        int lines = over.Count((byte)'\n');
        int characters = Encoding.UTF8.GetCharCount(over[(over.LastIndexOf((byte)'\n') + 1)..]);
        return new(from.Line + lines, lines == 0 ? from.Column + characters : 1 + characters);
    }
}
