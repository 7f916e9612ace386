using System.Collections.Immutable;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Results;

/// <summary>The tables that are served, each with the columns that its readers may rely on; no other column is served.</summary>
internal static class ResultTables
{
    private static readonly ResultColumn[] Verdicts =
        Integers("met", "metlate", "notdue", "atrisk", "breached", "unknown", "excepted", "notapplicable");

    private static readonly ResultColumn[] AtStake = [.. MinorUnits("atstake"), .. Texts("currency")];

    /// <summary>What an alert and each of its transitions say.</summary>
    private static readonly ResultColumn[] Alert =
    [
        .. Texts("fingerprint", "measure", "account", "key", "because"), .. Integers("sequence", "open", "behind"), .. Days("due"),
        .. Texts("severity", "title", "message", "remedy", "owner", "ownerbecause", "cause"), .. AtStake,
        .. Jsons("rows", "amounts", "moneybehind"),
    ];

    private static readonly ResultTable Accounts = new(TableNames.Accounts,
        [.. Texts("account", "name", "status", "importance", "region", "lead"), .. Days("startedon", "endedon"), .. Booleans("listed")])
    {
        IsByAccount = true,
    };

    private static readonly ResultTable Measures =
        new(TableNames.Measures, Texts("measure", "title", "severity", "promise", "foreach", "source"));

    private static readonly ResultTable People = new(TableNames.People, [.. Texts("id", "name"), .. Booleans("accountlead")]);

    private static readonly ResultTable Findings = new(TableNames.Findings,
        [
            .. Texts("measure", "account", "subject", "occasion", "label", "verdict", "reason"), .. Days("due"),
            .. Texts("severity", "owner", "message", "remedy", "policy"), .. AtStake, .. Jsons("evidence"),
        ])
    {
        IsByAccount = true, Filters = ["verdict", "severity", "measure", "owner"],
    };

    private static readonly ResultTable Scores = new(TableNames.Scores,
        [.. Texts("account", "measure"), .. Months("month"), .. Verdicts, .. AtStake, .. Jsons("amounts")])
    {
        IsByAccount = true,
    };

    private static readonly ResultTable Alerts =
        new(TableNames.Alerts, [.. Texts("state"), .. Instants("openedat", "changedat"), .. Alert]) { IsByAccount = true };

    private static readonly ResultTable Transitions =
        new(TableNames.Transitions, [.. Texts("type", "verdict"), .. Instants("at"), .. Alert]) { IsByAccount = true, Instant = "at" };

    private static readonly ResultTable Ageing = new(TableNames.Ageing,
        [.. Texts("account", "currency", "band"), .. Integers("count"), .. MinorUnits("outstanding", "disputed"), .. Days("oldestdue")])
    {
        IsByAccount = true,
    };

    private static readonly ResultTable Runs = new(TableNames.Runs,
        [
            .. Texts("run", "because", "accounts", "state", "policyhash", "sourceshash", "leftaccounts", "error"),
            .. Instants("openedat", "startedat", "finishedat"), .. Days("day"), .. Verdicts,
            .. Integers("opened", "worsened", "resolved", "reopened", "committed", "left", "unsent"),
        ])
    {
        // The newest instant of a run: until it has ended, what came before its end stands there.
        Instant = "finishedat",
    };

    private static readonly ResultTable Sources = new(TableNames.Sources,
        [
            .. Texts("source", "state", "hash", "why"), .. Integers("number", "rows", "quarantined", "unmatched"),
            .. Instants("at"), .. Days("day", "asof"), .. Booleans("accepted"),
        ])
    {
        Instant = "at",
    };

    public static ImmutableArray<ResultTable> All { get; } =
        [Accounts, Measures, People, Findings, Scores, Alerts, Transitions, Ageing, Runs, Sources];

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
