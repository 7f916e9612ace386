using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Tests.Policies;
using Plumbline.Ingest.TimeEntries;

namespace Plumbline.Cli.Tests.Language;

/// <summary>A new word, a new key and a new party are not finished before they have a rule, an example, and what they go with.</summary>
public class GlossaryTests
{
    private const int LongestRule = 600;

    private static readonly (WordGroup Group, IWord Word)[] All = [.. from @group in Glossary.Groups from word in @group.Words select (@group, word)];

    [Fact]
    public void Every_word_of_the_vocabulary_is_in_the_glossary()
    {
        object[] words = [.. typeof(Vocabulary).GetProperties(BindingFlags.Public | BindingFlags.Static).SelectMany(p => ((IEnumerable)p.GetValue(null)!).Cast<object>())];
        Assert.NotEmpty(words);
        Assert.All(words, w => Assert.Contains(All, a => ReferenceEquals(a.Word, w)));
    }

    [Fact]
    public void Every_party_of_an_attendance_is_in_the_glossary() => Assert.Equal(Attendance.Parties.AsEnumerable(), WordsOf("party").Select(w => w.Name));

    [Fact]
    public void Every_word_has_a_rule_of_two_to_four_sentences() => Assert.Empty(
        from each in All
        let rule = each.Word.Meaning?.Rule ?? []
        where rule.Length is < 2 or > 4 || rule.Sum(s => s.Length + 1) > LongestRule || !rule.All(IsSentence)
        select Name(each));

    [Fact]
    public void No_two_words_have_the_same_rule() =>
        Assert.Empty(All.Where(a => a.Word.Meaning is not null).GroupBy(a => string.Join(' ', a.Word.Meaning!.Rule)).Where(g => g.Count() > 1).Select(g => string.Join(", ", g.Select(Name))));

    [Fact]
    public void What_a_word_goes_with_is_in_the_glossary() => Assert.Empty(
        from each in All
        from name in each.Word.Meaning?.With ?? []
        where !Glossary.Find(name).Any()
        select $"{Name(each)} goes with {name}");

    /// <summary>A key goes with its promise in any case, and a word with the key or promise of its kind: any other word goes with more than that.</summary>
    [Fact]
    public void Every_word_goes_with_another() => Assert.Empty(
        from each in All
        where !each.Group.Kind.StartsWith("key of ", StringComparison.Ordinal)
        where Glossary.GoesWith(each.Word).Sum(g => g.Names.Length) <= (each.Group.Of is null ? 0 : 1)
        select Name(each));

    [Fact]
    public void What_goes_with_a_word_says_so_of_both() =>
        Assert.Contains(Glossary.GoesWith(Glossary.Find("invoice").Single().Word), g => g.Kind == "event" && g.Names is ["paid"]);

    [Fact]
    public void The_example_of_every_word_loads_as_a_policy_and_has_the_word_in_it()
    {
        using var folder = new PolicyFolder();
        Dictionary<string, string[]> faults = [];
        foreach (string example in All.Select(a => a.Word.Meaning?.Example ?? "").Distinct())
            faults[example] = [.. folder.With("measures.yaml", example).Read().Faults.Select(f => f.ToString())];
        Assert.Empty(from each in All from fault in faults[each.Word.Meaning?.Example ?? ""] select $"{Name(each)}: {fault}");
        Assert.Empty(All.Where(a => a.Group.Kind != "general rule" && !Has(a.Word.Meaning?.Example ?? "", a.Word.Name)).Select(Name));
    }

    [Fact]
    public void Every_column_that_a_word_reads_is_one_of_its_file()
    {
        Shape[] shapes =
        [
            AbsencesFile.Shape, AccountsFile.Shape, ActivitiesFile.Shape, ContactsFile.Shape, DocumentsFile.Shape, EngagementsFile.Shape, ExpensesFile.Shape, InvoicesFile.Shape,
            ItemsFile.Shape, OpportunitiesFile.Shape, PeopleFile.Shape, ReadingsFile.Shape, RolesFile.Shape, TimeFile.Shape,
        ];
        Dictionary<string, string[]> columns = shapes.ToDictionary(s => s.Source, s => s.Columns.ToArray());
        Assert.Equal(Sources.PlainFiles.Order(), columns.Keys.Order());
        Assert.Empty(from each in All from need in each.Word.Needs from column in need.Columns where !columns[need.Source].Contains(column) select $"{Name(each)} reads {need.Source} {column}");
    }

    /// <summary>The schema's keys are the reader's (another test): a key that is new to either is asked for here.</summary>
    [Theory]
    [InlineData("measure", "key of a measure", "promise")]
    [InlineData("where", "attribute")]
    [InlineData("deadline", "key of a deadline")]
    [InlineData("allEvents", "key of 'done'")]
    [InlineData("totalReached", "key of 'done'")]
    [InlineData("total", "key of 'total'")]
    [InlineData("cadence", "key of a cadence")]
    [InlineData("threshold", "key of a threshold")]
    [InlineData("bound", "key of a threshold")]
    [InlineData("change", "key of a threshold")]
    [InlineData("coverage", "key of a coverage")]
    [InlineData("agreement", "key of an agreement")]
    public void Every_key_of_the_schema_has_an_entry_and_is_described_by_its_first_sentence(string definition, params string[] kinds)
    {
        Dictionary<string, string> first = kinds.SelectMany(k => WordsOf(k)).ToDictionary(w => w.Name, w => w.Meaning?.Rule[0] ?? "");
        Assert.Empty(
            from key in Definition(definition).GetProperty("properties").EnumerateObject()
            let description = Description(key.Value)
            where !first.TryGetValue(key.Name, out string? rule) || (description is not null && description != rule)
            select $"{key.Name}: {description}");
    }

    [Fact]
    public void The_schema_describes_a_promise_by_the_first_sentence_of_its_rule()
    {
        foreach (IWord promise in WordsOf("promise"))
            Assert.Equal(promise.Meaning?.Rule[0], Description(Definition(promise.Name)));
        Assert.Equal(WordsOf("key of a threshold").Single(w => w.Name == "change").Meaning?.Rule[0], Description(Definition("change")));
    }

    [Fact]
    public void Every_key_of_an_attendance_has_an_entry() =>
        Assert.Equal(Definition("cadence").GetProperty("properties").GetProperty("attended by").GetProperty("properties").EnumerateObject().Select(p => p.Name), WordsOf("key of 'attended by'").Select(w => w.Name));

    private static ImmutableArray<IWord> WordsOf(string kind) => Glossary.Groups.Single(g => g.Kind == kind).Words;

    private static string Name((WordGroup Group, IWord Word) each) => $"{each.Group.Kind} '{each.Word.Name}'";

    private static bool IsSentence(string text) => text.EndsWith('.') && (char.IsUpper(text[0]) || text[0] == '`') && !text.Any(char.IsControl);

    private static bool Has(string example, string name) => Regex.IsMatch(example, $@"(?<![\w-]){Regex.Escape(name)}(?![\w-])");

    private static JsonElement Definition(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(PolicyFolder.Shipped, "measures.schema.json"))).RootElement.GetProperty("definitions").GetProperty(name);

    private static string? Description(JsonElement key) => key.TryGetProperty("description", out JsonElement description) ? description.GetString() : null;
}
