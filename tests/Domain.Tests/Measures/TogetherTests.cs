using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Policies;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>
/// Each population with each event and each anchor: the two go with it, and are judged in a small firm as kept where everything was done
/// and as broken, or not due, where nothing was; or the policy is refused, with what does go with it.
/// </summary>
public class TogetherTests
{
    private const string Today = "2026-09-10";

    /// <summary>Faults of a file are listed up to a number, so that a file has no more measures than this.</summary>
    private const int MeasuresOfAFile = 90;

    public static TheoryData<string> Populations => [.. Vocabulary.Populations.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Populations))]
    public void Words_that_go_together_are_kept_where_all_is_done_and_never_where_nothing_is(string name)
    {
        Population population = Population(name);
        foreach (Event done in population.GoesWith.Events)
            foreach (Anchor anchor in population.GoesWith.Anchors)
            {
                string which = $"{name}, {done.Name}, {anchor.Name}";
                var measure = new Measure("m", "M", population, new Deadline(new Completion([done]), new CalendarSpan(0, SpanUnit.Days), false, anchor));
                Verdict[] kept = Verdicts(measure, "2026-08-20"), open = Verdicts(measure, null);
                Assert.True(kept.Length > 0 && kept.All(v => v is Verdict.Met or Verdict.MetLate), $"{which}: {string.Join(", ", kept)}");
                Assert.True(open.Length > 0 && open.All(v => v is Verdict.Breached or Verdict.NotDue), $"{which}: {string.Join(", ", open)}");
            }
    }

    [Theory]
    [MemberData(nameof(Populations))]
    public void Words_that_do_not_go_together_are_each_one_fault(string name)
    {
        Companions with = Population(name).GoesWith;
        var all = from done in Vocabulary.Events
                  from anchor in Vocabulary.Anchors
                  select (Text: $"- {{ title: M, for each: {name}, deadline: {{ done: {done.Name}, after: {anchor.Name} }} }}",
                      Wrong: new[] { (done.Name, Goes: with.Events.Contains(done)), (anchor.Name, Goes: with.Anchors.Contains(anchor)) }.Where(w => !w.Goes).Select(w => w.Name));
        foreach (var measures in all.Chunk(MeasuresOfAFile))
        {
            var expected = from measure in measures.Index()
                           from word in measure.Item.Wrong
                           select $"{measure.Index + 1}:{ColumnOf(word, measure.Item.Text)}: '{word}' does not go with '{name}', which has ";
            string[] faults = Faults(measures.Select((m, i) => $"{m.Text[..^2]}, id: m{i} }}"));
            Assert.Equal(expected, faults.Select(f => f[..(f.IndexOf("which has ", StringComparison.Ordinal) + "which has ".Length)]));
        }
    }

    [Theory]
    [MemberData(nameof(Populations))]
    public void A_figure_is_read_of_the_populations_that_it_goes_with_alone(string name)
    {
        string[] faults = Faults(Vocabulary.Figures.Select((f, i) => $"- {{ id: m{i}, title: M, for each: {name}, threshold: {{ figure: {f.Name}, at least: 1 }} }}"));
        Assert.Equal(Vocabulary.Figures.Except(Population(name).GoesWith.Figures).Select(f => $"'{f.Name}'"), faults.Select(f => f.Split(": ")[1].Split(" does not")[0]));
    }

    [Fact]
    public void What_goes_with_a_word_that_does_not_fit_is_told() => Assert.Equal(
        [
            "1:59: 'equipment ready' does not go with 'invoice', which has the event 'paid'; 'equipment ready' goes with 'person joining an account', 'person now on an account'",
            "1:83: 'work start' does not go with 'invoice', which has the anchors 'due date', 'invoice date'; 'work start' goes with 'active engagement', 'engagement', 'engagement team', 'legal document', 'statement of work'",
        ],
        Faults(["- { id: m, title: M, for each: invoice, deadline: { done: equipment ready, after: work start } }"]));

    [Fact]
    public void Every_word_goes_with_some_population()
    {
        Companions[] all = [.. Vocabulary.Populations.Select(p => p.GoesWith)];
        Assert.Empty(Vocabulary.Events.Except(all.SelectMany(c => c.Events)).Select(w => w.Name));
        Assert.Empty(Vocabulary.Anchors.Except(all.SelectMany(c => c.Anchors)).Select(w => w.Name));
        Assert.Empty(Vocabulary.Amounts.Except(all.SelectMany(c => c.Totals).SelectMany(t => new[] { t.Of, t.ShareOf })).Select(w => w.Name));
        Assert.Empty(Vocabulary.Figures.Except(all.SelectMany(c => c.Figures)).Select(w => w.Name));
        Assert.Empty(Vocabulary.Traces.Except(all.SelectMany(c => c.Traces)).Select(w => w.Name));
        Assert.Empty(Vocabulary.DaySets.Except(all.SelectMany(c => c.Days).SelectMany(d => new[] { d.Days, d.Within })).Select(w => w.Name));
        Assert.Empty(Vocabulary.Traits.Where(t => !t.OfAccount).Except(all.SelectMany(c => c.Traits)).Select(w => w.Name));
        Assert.Empty(Vocabulary.Worths.Except(all.SelectMany(c => c.Worths)).Select(w => w.Name));
    }

    /// <summary>A firm in which everything was done on one day, or nothing was.</summary>
    private static Verdict[] Verdicts(Measure measure, string? done)
    {
        Firm firm = new Firm { Policy = Policies.Shipped with { Measures = [measure] } }.Account().Engagement()
            .Person("P1").Person("P2").Person("P3").Person("P4")
            .Assigned("P1", from: "2026-06-01", to: "2026-12-31").Assigned("P2", from: "2026-05-01", to: "2026-08-31")
            .Assigned("P1", from: "2026-06-01", to: "2026-12-31", on: "E1").Assigned("P4", from: "2026-08-01", to: "2026-12-31", on: "E1")
            .Assigned("P3", "account lead", from: "2026-05-01", to: "2026-07-31").Assigned("P4", "account lead", from: "2026-08-01", announced: done, handover: done)
            .Absent("P1", "2026-09-01", "2026-09-02", done, requested: "2026-08-19").Expense(submitted: "2026-08-19", approved: done)
            .Invoice(outstanding: done is null ? null : 0, paid: done).Worked("2026-08-03", approved: done).DataMapping(done);
        foreach (string document in (string[])["sow", "msa", "ccsa", "nda"])
            firm.Document(document, done, done, done, done, document);
        foreach (string owed in (string[])[ItemKinds.Milestone, ItemKinds.Obligation, ItemKinds.RiskAction, ItemKinds.Escalation, ItemKinds.OpenRole])
            firm.Owed(owed, due: "2026-08-24", done: done, raised: "2026-08-03");
        foreach (string step in (string[])[ItemKinds.Checks, ItemKinds.Clearance, ItemKinds.Equipment, ItemKinds.RollOffPlan, ItemKinds.Offboarding])
            foreach (string person in (string[])["P1", "P2", "P3", "P4"])
                firm.Owed(step, done: done, person: person, id: $"{person}-{step}");
        return [.. Views.Of(firm.Snapshot(Today.Day()), firm.Policy, Today.Day()).SelectMany(v => Evaluation.Judge(v, measure)).Select(f => f.Verdict)];
    }

    private static Population Population(string name) => Vocabulary.Populations.Single(p => p.Name == name);

    private static int ColumnOf(string word, string measure) => measure.LastIndexOf($": {word} ", StringComparison.Ordinal) is >= 0 and var last ? last + 3 : measure.IndexOf($": {word},", StringComparison.Ordinal) + 3;

    /// <summary>The faults of a policy with these measures, without the name of the file.</summary>
    private static string[] Faults(IEnumerable<string> measures)
    {
        string folder = Directory.CreateTempSubdirectory("plumbline-together-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "holidays"));
            foreach (string file in PolicyFiles.Names)
                File.Copy(Path.Combine(Repository.PathOf("domain", "policy"), file), Path.Combine(folder, file));
            File.WriteAllLines(Path.Combine(folder, "measures.yaml"), measures);
            return [.. PolicyFiles.Read(folder).Faults.Select(f => $"{f.Line}:{f.Column}: {f.Message}")];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
