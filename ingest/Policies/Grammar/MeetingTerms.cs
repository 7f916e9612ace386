using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>How meetings of one kind are recognised: <c>{ kind: one-to-one, category: 1-to-1, attended by: { exactly: 2 }, title: catch-up }</c>.</summary>
internal static class MeetingTerms
{
    private const string Outside = "outside";
    private const int Fewest = 2;
    private const int Most = 500;

    private static readonly Shape Shape = new("a meeting", ["kind"], ["category", "attended by", "title"]);
    private static readonly Shape Attendance = new("'attended by'", [], ["all of", "none of", "exactly"]);

    /// <summary>Null where it has a fault.</summary>
    /// <param name="counted">The kinds of activity that measures count.</param>
    public static Matcher? Read(Node node, ImmutableArray<string> counted, FaultList faults)
    {
        if (Fields.Of(node, Shape, faults) is not { } fields)
            return null;
        string? kind = Kind(fields.Text("kind"), counted, faults);
        ImmutableArray<Text> categories = Lists.OneOr("any of", fields, "category");
        ImmutableArray<Text> titles = Lists.OneOr("any of", fields, "title");
        Fields? attended = fields.Part("attended by", Attendance);
        attended?.AtLeastOne("all of", "none of", "exactly");
        fields.AtLeastOne("category", "attended by", "title");
        return kind is null ? null : new(kind)
        {
            Categories = categories.Lower(),
            WithCustomer = attended is not null && Holds(attended, "all of", Participants.Customer),
            Exactly = attended is null ? null : Number(attended),
            NobodyFromOutside = attended is not null && Holds(attended, "none of", Outside),
            Titles = titles.Lower(),
        };
    }

    /// <summary>A kind that nothing counts may be for a measure to come; one that is nearly counted is misspelt.</summary>
    private static string? Kind(Text? text, ImmutableArray<string> counted, FaultList faults)
    {
        if (text is null)
            return null;
        string kind = text.Value.ToLowerInvariant();
        if (!counted.Contains(kind) && !KnownWords.Common.ByKind[WordKind.Activity].Contains(kind) && Nearest.To(kind, counted) is { } meant)
            faults.Add(text.At, $"no measure counts the activity {Quote.Of(text.Value)}", meant);
        return kind;
    }

    private static bool Holds(Fields attended, string key, string word)
    {
        foreach (Text text in attended.Texts(key))
            Choices.Read(text, key, [word], attended.Faults);
        return attended[key] is not null;
    }

    private static int? Number(Fields attended)
    {
        if (attended.Text("exactly") is not { } text)
            return null;
        if (NumberText.Whole(text.Value) is >= Fewest and <= Most and var number)
            return number;
        attended.Faults.Add(text.At, $"{Quote.Of(text.Value)} is no number of people who meet: it is a whole number from {Fewest} to {Most}");
        return null;
    }
}
