using System.Collections.Immutable;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Results;

/// <summary>The tables that are served, each with the columns that its readers may rely on; no other column is served.</summary>
internal static class ResultTables
{
    private static readonly ResultColumn[] Verdicts = Integers("met", "metlate", "notdue", "atrisk", "breached", "unknown", "excepted", "notapplicable");

    private static readonly ResultColumn[] AtStake = [.. MinorUnits("atstake"), .. Texts("currency")];

    /// <summary>What an alert and each of its transitions say.</summary>
    private static readonly ResultColumn[] Alert =
    [
        .. Texts("fingerprint", "measure", "account", "key", "because"), .. Integers("sequence", "open", "behind"), .. Days("due"),
        .. Texts("severity", "title", "message", "remedy", "owner", "ownerbecause", "cause"), .. AtStake, .. Jsons("rows", "amounts", "moneybehind"),
    ];

    public static ImmutableArray<ResultTable> All { get; } =
    [
        new(TableNames.Accounts, [.. Texts("account", "name", "status", "importance", "region", "lead"), .. Days("startedon", "endedon"), .. Booleans("listed")])
            { IsByAccount = true },
        new(TableNames.Measures, Texts("measure", "title", "severity", "promise", "foreach", "source")),
        new(TableNames.People, [.. Texts("id", "name"), .. Booleans("accountlead")]),
        new(TableNames.Findings,
            [.. Texts("measure", "account", "subject", "occasion", "label", "verdict", "reason", "severity", "owner", "message", "remedy", "policy"),
                .. Days("due"), .. AtStake, .. Jsons("evidence")])
            { IsByAccount = true, Filters = ["verdict", "severity", "measure", "owner"] },
        new(TableNames.Scores, [.. Texts("account", "measure"), .. Months("month"), .. Verdicts, .. AtStake, .. Jsons("amounts")]) { IsByAccount = true },
        new(TableNames.Alerts, [.. Texts("state"), .. Instants("openedat", "changedat"), .. Alert]) { IsByAccount = true },
        new(TableNames.Transitions, [.. Texts("type", "verdict"), .. Instants("at"), .. Alert]) { IsByAccount = true, Instant = "at" },
        new(TableNames.Ageing, [.. Texts("account", "currency", "band"), .. Integers("count"), .. MinorUnits("outstanding", "disputed"), .. Days("oldestdue")])
            { IsByAccount = true },
        // The end of a run is its newest instant: until it has one, what came before stands there.
        new(TableNames.Runs,
            [.. Texts("run", "because", "accounts", "state", "policyhash", "sourceshash", "leftaccounts", "error"), .. Instants("openedat", "startedat", "finishedat"),
                .. Days("day"), .. Verdicts, .. Integers("opened", "worsened", "resolved", "reopened", "committed", "left", "unsent")])
            { Instant = "finishedat" },
        new(TableNames.Sources,
            [.. Texts("source", "state", "hash", "why"), .. Integers("number", "rows", "quarantined", "unmatched"), .. Instants("at"), .. Days("day", "asof"), .. Booleans("accepted")])
            { Instant = "at" },
    ];

    /// <summary>Null where there is none of that name.</summary>
    public static ResultTable? Find(string name) => All.FirstOrDefault(t => t.Name == name);

    public static ResultTable Get(string name) => All.First(t => t.Name == name);

    private static ResultColumn[] Texts(params IEnumerable<string> names) => Of(ColumnTypes.Text, names);

    private static ResultColumn[] Days(params IEnumerable<string> names) => Of(ColumnTypes.Day, names);

    private static ResultColumn[] Months(params IEnumerable<string> names) => Of(ColumnTypes.Month, names);

    private static ResultColumn[] Instants(params IEnumerable<string> names) => Of(ColumnTypes.Instant, names);

    private static ResultColumn[] Integers(params IEnumerable<string> names) => Of(ColumnTypes.Integer, names);

    private static ResultColumn[] MinorUnits(params IEnumerable<string> names) => Of(ColumnTypes.MinorUnits, names);

    private static ResultColumn[] Booleans(params IEnumerable<string> names) => Of(ColumnTypes.Boolean, names);

    private static ResultColumn[] Jsons(params IEnumerable<string> names) => Of(ColumnTypes.Json, names);

    private static ResultColumn[] Of(string type, IEnumerable<string> names) => [.. names.Select(n => new ResultColumn(n, type))];
}
