using System.Collections.Immutable;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Policies.Grammar;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies;

/// <summary>Reads a policy's folder: <c>measures.yaml</c>, <c>firm.yaml</c> and a holiday file for each region.</summary>
public static class PolicyFiles
{
    private static readonly ImmutableArray<Region> AllRegions = [.. Enum.GetValues<Region>()];

    /// <summary>The files that make up a policy, in the order in which they are read, reported and hashed.</summary>
    public static ImmutableArray<string> Names { get; } = [MeasuresFile.Name, FirmFile.Name, .. AllRegions.Select(HolidayFile.NameOf)];

    public static PolicyReading Read(string folder) => Read(folder, Words.Known);

    /// <summary>The policy, or all of its faults at once.</summary>
    public static PolicyReading Read(string folder, Words words)
    {
        if (!Directory.Exists(folder))
            return new(null, [new(folder, 0, 0, File.Exists(folder) ? "it is a file: give its folder" : "there is no such folder", null)]);
        ImmutableArray<FaultList> faults = [.. Names.Select(n => new FaultList(n))];
        ImmutableArray<FileText?> files = [.. Names.Select((n, i) => FileText.Read(folder, n, faults[i]))];
        Firm? firm = files[1] is { } second ? FirmFile.Read(second.Text, faults[1]) : null;
        Words known = words with { CareerLevels = firm?.CareerLevels ?? [] };
        (ImmutableArray<Measure> measures, ImmutableArray<Matcher> meetings) = files[0] is { } first ? MeasuresFile.Read(first.Text, known, faults[0]) : ([], []);
        ImmutableArray<HolidayCalendar?> holidays = [.. AllRegions.Select((r, i) => files[i + 2] is { } file ? HolidayFile.Read(file.Text, r, faults[i + 2]) : null)];
        ImmutableArray<PolicyFault> found = [.. faults.SelectMany(f => f.InOrder())];
        if (firm is null || !found.IsEmpty)
            return new(null, found);
        string hash = PolicyHash.Of(Names.Zip(files.OfType<FileText>(), (n, f) => (n, f.Bytes)));
        return new(Assemble(measures, firm, [.. holidays.OfType<HolidayCalendar>()], hash) with { Meetings = meetings }, []);
    }

    /// <summary>The same measures for a firm that reckons in another way.</summary>
    internal static Policy For(Firm firm, Policy policy) => Assemble(policy.Measures, firm, policy.Clock.Holidays, policy.Hash) with { Meetings = policy.Meetings };

    private static Policy Assemble(ImmutableArray<Measure> measures, Firm firm, IReadOnlyList<HolidayCalendar> holidays, string hash) =>
        new(measures, new(firm.Zone, firm.Region, holidays, firm.Closures, firm.FinancialYearFrom), hash)
        {
            LookBackMonths = firm.LookBackMonths,
            WatchFrom = firm.WatchFrom,
            MayBeEmpty = firm.MayBeEmpty,
            OwnWords = firm.OwnWords,
            Operations = firm.Operations,
            SourceOwners = firm.SourceOwners,
            Stages = firm.Stages,
            LeadLevels = firm.LeadLevels,
            CareerLevels = firm.CareerLevels,
        };
}
