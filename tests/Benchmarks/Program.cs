using NodaTime;
using NodaTime.Text;
using Plumbline.Benchmarks;
using Plumbline.Benchmarks.Checking;
using Plumbline.Benchmarks.LargeFirm;
using Plumbline.Benchmarks.Publishing;
using Plumbline.Benchmarks.Starting;

const string Usage = """
    generate FOLDER [--time-rows N] [--invoices N] [--accounts N] [--as-of DATE] [--seed N]
        writes a large firm: 1,000,000 rows of time, 100,000 invoices, 5,000 accounts unless told otherwise
    check FOLDER --as-of DATE [--runs 5] [--against PROGRAM]
        times the published program over that folder, by turns with another one
    measures FOLDER --as-of DATE
        what each measure costs on that folder
    publish [--alerts 100000] [--accounts 200]
        one run that opens so many alerts, beside a bare loop that writes the same rows
    memory [--alerts 100000] [--accounts 200]
        live memory while the alerts of one run go out
    start --app FOLDER [--runs 5]
        from nothing to the first answer of the published functions
    bus [--messages 20000]
        how many messages a second the emulated bus takes in batches
    """;

try
{
    return args switch
    {
        ["generate", var folder, .. var rest] => Generate(folder, new Options(rest)),
        ["check", var folder, .. var rest] => await CheckAsync(folder, new Options(rest)),
        ["measures", var folder, .. var rest] => Measures(folder, new Options(rest)),
        ["publish", .. var rest] => await PublishAsync(Publishing.MeasureAsync, new Options(rest)),
        ["memory", .. var rest] => await PublishAsync(Publishing.WatchAsync, new Options(rest)),
        ["start", .. var rest] => await StartAsync(new Options(rest)),
        ["bus", .. var rest] => await BusAsync(new Options(rest)),
        _ => throw new ArgumentException("say what to do"),
    };
}
catch (ArgumentException wrong)
{
    Console.Error.WriteLine($"{wrong.Message}\n{Usage}");
    return 3;
}

static int Generate(string folder, Options options)
{
    var scale = new Scale(
        options.Day("as-of") ?? LocalDate.FromDateTime(TimeProvider.System.GetLocalNow().Date),
        options.Number("accounts") ?? Scale.DefaultAccounts,
        options.Number("time-rows") ?? Scale.DefaultTimeRows,
        options.Number("invoices") ?? Scale.DefaultInvoices,
        options.Number("seed") ?? Scale.DefaultSeed);
    options.RefuseOthers();
    var began = TimeProvider.System.GetTimestamp();
    Export.Write(folder, scale);
    Console.WriteLine($"{folder} as of {LocalDatePattern.Iso.Format(scale.AsOf)}, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s");
    return 0;
}

static int Measures(string folder, Options options)
{
    var day = options.Day("as-of") ?? throw new ArgumentException("--as-of says which day to judge");
    options.RefuseOthers();
    return EachMeasure.Measure(folder, day);
}

static async Task<int> PublishAsync(Func<int, int, Task> measure, Options options)
{
    var (alerts, accounts) = (options.Number("alerts") ?? 100_000, options.Number("accounts") ?? 200);
    options.RefuseOthers();
    await measure(accounts, alerts);
    return 0;
}

static async Task<int> StartAsync(Options options)
{
    var app = options.Text("app") ?? throw new ArgumentException("--app says which folder to start");
    var runs = options.Number("runs") ?? 5;
    options.RefuseOthers();
    await FirstAnswer.MeasureAsync(app, runs);
    return 0;
}

static async Task<int> BusAsync(Options options)
{
    var messages = options.Number("messages") ?? 20_000;
    options.RefuseOthers();
    await Bus.MeasureAsync(messages);
    return 0;
}

static async Task<int> CheckAsync(string folder, Options options)
{
    var day = options.Day("as-of") ?? throw new ArgumentException("--as-of says which day to judge");
    var runs = options.Number("runs") ?? 5;
    var against = options.Text("against");
    options.RefuseOthers();
    return await LocalCheck.MeasureAsync(folder, day, runs, against);
}
