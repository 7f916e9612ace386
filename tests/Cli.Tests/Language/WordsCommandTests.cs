using Plumbline.Cli.Tests.Check;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Tests.Language;

public class WordsCommandTests
{
    [Fact]
    public void Without_a_word_each_has_a_line_with_its_first_sentence_under_its_kind()
    {
        CheckOutcome outcome = CheckedFolder.Run("words");
        string[] lines = outcome.Output.Split(Environment.NewLine);
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Contains("anchor: the day that a deadline counts from", lines);
        foreach (WordGroup group in Glossary.Groups)
            foreach (IWord word in group.Words)
                Assert.Contains(lines, l => l.StartsWith($"  {word.Name} ", StringComparison.Ordinal) && l.EndsWith($"  {word.Meaning?.Rule[0]}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_has_its_rule_what_it_goes_with_what_it_reads_and_an_example()
    {
        CheckOutcome outcome = CheckedFolder.Run("words", "date raised");
        Assert.Equal(0, outcome.Exit);
        Assert.Equal(
            """
            date raised (anchor: the day that a deadline counts from)
              The day on which the item was raised, which is `anchor_on` in items.csv.
              An item that is not dated and not done has no due day: it is `unknown(anchor_missing)`.
            goes with
              population: obligation, escalation, milestone, open role, risk action
              promise: deadline
            reads
              items.csv: anchor_on
            for example
              - id: escalation-answered
                title: Escalations are acknowledged within a working day
                for each: escalation
                deadline: { done: done, within: 1 working day, after: date raised }

            """.ReplaceLineEndings("\n"), outcome.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_source_that_another_may_stand_in_for_is_named_with_it() =>
        Assert.Contains("  activities.csv or calendars: participants", CheckedFolder.Run("words", "attended by").Output.Split(Environment.NewLine));

    [Theory]
    [InlineData("working days")]
    [InlineData("Working Days")]
    [InlineData("working", "days")]
    public void Several_words_need_no_quotation_marks_and_case_is_ignored(params string[] words) =>
        Assert.StartsWith("working days (general rule: ", CheckedFolder.Run(["words", .. words]).Output, StringComparison.Ordinal);

    [Fact]
    public void A_name_of_two_words_prints_both()
    {
        string[] lines = CheckedFolder.Run("words", "role").Output.Split(Environment.NewLine);
        Assert.Equal(["attribute", "key of a coverage", "key of an agreement"], lines.Where(l => l.StartsWith("role (", StringComparison.Ordinal)).Select(l => l[6..].Split(':')[0]));
    }

    [Theory]
    [InlineData("piad", "There is no word 'piad' (did you mean 'paid'?). 'words' alone prints them all.")]
    [InlineData("qqqqqqqq", "There is no word 'qqqqqqqq'. 'words' alone prints them all.")]
    public void A_misspelt_word_gets_the_nearest(string written, string message)
    {
        CheckOutcome outcome = CheckedFolder.Run("words", written);
        Assert.Equal((3, "", message), (outcome.Exit, outcome.Output, outcome.Error.Trim()));
    }

    [Fact]
    public void No_word_commands_the_terminal()
    {
        foreach (string name in Glossary.Groups.SelectMany(g => g.Words).Select(w => w.Name).Prepend(""))
            Assert.DoesNotContain(CheckedFolder.Run(name.Length == 0 ? ["words"] : ["words", name]).Output, c => char.IsControl(c) && c is not ('\n' or '\r'));
    }
}
