using YamlDotNet.Core.Events;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>
/// Reads YAML into a tree without deserialising anything. The parser's steps are taken one by one, so that nesting is cut off
/// before the stack grows and an alias is refused before it is followed.
/// </summary>
internal static class YamlTree
{
    /// <summary>Null, with a fault, where the text is not YAML or no tree can be made of it.</summary>
    /// <param name="linesBefore">How many lines of the file come before the text.</param>
    public static Node? Read(string text, FaultList faults, int linesBefore = 0)
    {
        var steps = new YamlSteps(text, linesBefore, faults);
        var builder = new NodeBuilder(faults);
        int documents = 0;
        while (steps.Next() is { } step)
        {
            Place at = steps.PlaceOf(step.Start);
            if (step is DocumentStart && ++documents == 2)
            {
                faults.Add(at, "a second document: a policy file is one");
                return builder.Root;
            }
            if (!Take(step, at, builder, faults))
                return null;
        }
        if (builder.Root is null && !steps.Broke)
            faults.Add(default, "holds nothing but comments");
        return steps.Broke ? null : builder.Root;
    }

    /// <summary>False where nothing more can be made of the text.</summary>
    private static bool Take(ParsingEvent step, Place at, NodeBuilder builder, FaultList faults)
    {
        if (step is NodeEvent node)
            RefuseMarks(node, at, faults);
        switch (step)
        {
            case AnchorAlias alias:
                faults.Add(at, $"the alias {Quote.Of("*" + alias.Value)}: write the value out");
                builder.AddText(at, "");
                return true;
            case Scalar scalar:
                builder.AddText(at, scalar.Value);
                return true;
            case MappingStart or SequenceStart:
                return builder.Open(at, step is MappingStart);
            case MappingEnd or SequenceEnd:
                builder.Close();
                return true;
            default:
                return true;
        }
    }

    private static void RefuseMarks(NodeEvent node, Place at, FaultList faults)
    {
        if (!node.Anchor.IsEmpty)
            faults.Add(at, $"the anchor {Quote.Of("&" + node.Anchor)}: a policy has no anchors");
        if (!node.Tag.IsEmpty)
            faults.Add(at, "a tag: a policy has no tags");
    }
}
