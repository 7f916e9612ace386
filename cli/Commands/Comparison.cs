namespace Plumbline.Cli.Commands;

/// <summary>
/// Judges a folder by two policies and writes what differs, account by account: only the differences of a few accounts are held at a
/// time, however large the firm is.
/// </summary>
internal static class Comparison
{
    private const int AccountsAtOnce = 256;

    public static int Write(Judged old, Judged @new, bool json, Stream output, StepClock clock, CancellationToken cancellationToken)
    {
        // The folder was read once, so that both have the same accounts in the same places.
        int[] ordered = [.. Enumerable.Range(0, @new.Views.Count).OrderBy(i => @new.Views[i].Account.Id.Value, StringComparer.Ordinal)];
        using IDifferencesWriter writer = json ? new DifferencesJson(output) : new DifferencesText(output, new PeopleNames(@new.Snapshot.Register));
        bool any = false;
        foreach (int[] part in ordered.Chunk(AccountsAtOnce))
        {
            var found = new List<Difference>[part.Length];
            Parallel.For(0, part.Length, new() { CancellationToken = cancellationToken }, i => found[i] = Difference.Of(old.Views[part[i]], @new.Views[part[i]]));
            foreach (Difference difference in found.SelectMany(f => f))
            {
                writer.Write(difference);
                any = true;
            }
        }
        writer.End();
        clock.Step("judge and write");
        return any ? Exit.Broken : Exit.Kept;
    }
}
