using System.Globalization;
using System.Text;
using Plumbline.Ingest.Policies;
using Plumbline.Ingest.Policies.Grammar;
using Xunit.Abstractions;

namespace Plumbline.Ingest.Tests.Policies;

public class MutatedPolicyTests(ITestOutputHelper output)
{
    private const int Cases = 5_000;

    /// <summary>Where the syntax of YAML and JSON is dense.</summary>
    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ",", ": ", "- ", "\n", "\n  ", "\t", "'", "\"", "\\", "\\u", "\\ud800", "\\x00", "#", "&a", "*a", "!!x", "|", ">", "?", "%", "---\n", "...\n", "<<: ", "@", "`", "~", "\0", "9999999999999999999999", "-1", "é", "\u2028", "😀"];

    /// <summary>A policy is either read or refused with faults that have a place; it never throws. PLUMBLINE_SEED repeats a run.</summary>
    [Fact]
    public void However_its_bytes_are_changed_a_policy_is_read_or_refused()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("PLUMBLINE_SEED"), CultureInfo.InvariantCulture, out int given) ? given : 20261121;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var folder = new PolicyFolder();
        foreach (string name in PolicyFiles.Names)
        {
            byte[] original = File.ReadAllBytes(folder.PathOf(name));
            // Seventy measures that nobody changes are read once; beside the other files one is enough.
            if (name != MeasuresFile.Name)
                folder.With(MeasuresFile.Name, PolicyFolder.WithTerms("coverage: { role: account lead, holders: exactly 1 }"));
            Assert.Empty(folder.Faults());
            for (int i = 0; i < Cases / PolicyFiles.Names.Length; i++)
                Judge(folder.With(name, Mutate(original, random)), $"{name}, case {i} of seed {seed}");
            folder.With(name, original);
        }
    }

    private static void Judge(PolicyFolder folder, string which)
    {
        PolicyReading reading;
        try
        {
            reading = folder.Read();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(which, e);
        }
        Assert.True(reading.Policy is null != reading.Faults.IsEmpty, which);
        Assert.All(reading.Faults, f => Assert.True(f.Line >= 0 && f.Column >= 0 && f.Message.Length > 0 && !f.Message.Any(char.IsControl), $"{which}: {f}"));
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (int left = random.Next(1, 6); left > 0; left--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 40)));
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 200))));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
            }
            if (bytes.Count == 0)
                break;
        }
        return [.. bytes];
    }
}
