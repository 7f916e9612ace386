namespace Plumbline.Ingest.Tests.Policies;

public class CauseTermsTests
{
    private const string Deadline = "  title: T\n  for each: invoice\n  deadline: { done: paid, after: due date }\n";

    [Theory]
    [InlineData("- id: a\n  caused by: ¦bee-raised\n" + Deadline + "- id: be-raised\n" + Deadline, "there is no measure 'bee-raised'; did you mean 'be-raised'?")]
    [InlineData("- id: a\n  caused by: ¦a\n" + Deadline, "'a' would be caused by itself")]
    [InlineData("- id: a\n  caused by: ¦b\n" + Deadline + "- id: b\n  title: T\n  for each: account\n  coverage: { role: lead, holders: exactly 1 }\n",
        "'caused by' stands between two deadlines: only what is due can wait for what is due")]
    [InlineData("- id: a\n  caused by: ¦[b, c]\n" + Deadline + "- id: b\n" + Deadline, "expected text, not a list")]
    public void What_cannot_cause_a_measure_is_one_clear_fault(string measures, string fault) => Marked.HasOneFault("measures.yaml", measures, fault);

    [Fact]
    public void Measures_that_cause_each_other_are_each_told_so() => Assert.Equal(
        ["measures.yaml:2:14: 'a' would be caused by itself", "measures.yaml:7:14: 'b' would be caused by itself"],
        PolicyFolder.FaultsOf("measures.yaml", "- id: a\n  caused by: b\n" + Deadline + "- id: b\n  caused by: a\n" + Deadline));
}
