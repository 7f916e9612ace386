using System.Security.Cryptography;
using NodaTime;
using NodaTime.Text;
using Plumbline.Cli.Commands;
using Plumbline.Cli.Sample;
using Plumbline.Domain.Measures;

namespace Plumbline.Local.Running;

/// <summary>What became of the sample: written now, today's already, or kept because somebody edited it.</summary>
internal enum SampleState
{
    Written,
    Todays,
    Edited,
}

/// <summary>The sample firm's exports of today; written once a day, but never over what somebody edited.</summary>
internal static class SampleExports
{
    /// <param name="force">Writes it whatever was changed in it.</param>
    public static SampleState Write(HomeFolder home, Policy policy, LocalDate today, bool force)
    {
        string wanted = $"{LocalDatePattern.Iso.Format(today)} {SampleFirm.DefaultSeed} {policy.Hash}";
        // A stamp whose sample was taken away says nothing.
        bool isThere = File.Exists(home.SampleStamp) && File.Exists(Path.Combine(home.Sample, "accounts.csv"));
        string[] stamp = isThere ? File.ReadAllLines(home.SampleStamp) : [];
        if (!force && stamp is [var written, var hash])
        {
            if (hash != Hash(home.Sample))
                return SampleState.Edited;
            if (written == wanted)
                return SampleState.Todays;
        }
        // Of a year whose holidays are not known, every weekday is taken for a working day.
        SampleCommand.Write(home.Sample, today, policy);
        // Last: a sample that was cut short is written again.
        File.WriteAllLines(home.SampleStamp, [wanted, Hash(home.Sample)]);
        return SampleState.Written;
    }

    /// <summary>Over the names and the contents of every file.</summary>
    private static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file) + "\0"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
