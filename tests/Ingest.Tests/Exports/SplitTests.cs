using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

public class SplitTests
{
    private const string Header = "entry_date,person_id,note,engagement_id,hours,billable,value,currency,approved_on";

    private static readonly string[] Rows =
    [
        "2026-08-03,P1,plain,E1,7.5,yes,100,GBP,2026-08-04",
        "2026-08-04,P1,\"a, b\",E1,7.5,yes,100,GBP,",
        "2026-08-04,P2,\"two\nlines\",E2,1,no,,,",
        "2026-08-05,P2,\"a \"\"word\"\"\r\nand lines\n\n\",E2,1.25,yes,,,2026-08-09",
        "2026-08-06,P3,\u00fcml\u00e4ut \u20ac,E2,2,yes,5,EUR,2026-08-09",
        "2026-08-06,P3,bad,E2,two,yes,5,EUR,2026-08-09",
        "2026-08-06,P1,stranger,E9,2,yes,5,EUR,2026-08-09",
        "2026-08-06,P9,stranger,E1,2,yes,5,EUR,2026-08-09",
        "2026-08-06,P8,stranger,E8,2,yes,5,GBP,2062-08-09",
        "2062-08-06,P1,far ahead,E1,2,yes,5,GBP,",
        "2026-08-06,P1,short",
        "",
        "0206-08-06,P1,long ago,E1,2,yes,5,EUR,",
        "2026-12-06,P1,to come,E1,2,yes,5,EUR,",
        "2026-08-07, P1 , \"spaced\" ,E1,1,yes,5,GBP,2026-08-09",
        "2026-08-07,P1,stray \" quote,E1,1,yes,5,GBP,2026-08-09",
    ];

    [Fact]
    public void A_file_read_in_parts_says_what_it_says_in_one()
    {
        Gen<(int[] Picks, int Size, int End)> file =
            from picks in Gen.Choose(0, Rows.Length - 1).ListOf()
            from size in Gen.Choose(90, 400)
            from end in Gen.Choose(0, 2)
            select (picks.ToArray(), size, end);

        Prop.ForAll(file.ToArbitrary(), f => Assert.Equal(Said.By(Read(1 << 20, 1, f.Picks, f.End)), Said.By(Read(f.Size, 2, f.Picks, f.End)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Parts_of_a_long_file_give_its_lines_right()
    {
        int[] picks = [.. Enumerable.Range(0, 2_000).Select(i => i % 8)];

        foreach (int size in new[] { 100, 127, 333, 5_000 })
            for (int end = 0; end < 3; end++)
                Assert.Equal(Said.By(Read(1 << 20, 1, picks, end)), Said.By(Read(size, 3, picks, end)));
    }

    private static Snapshot Read(int partSize, int threads, int[] picks, int end)
    {
        string text = Header + "\n" + string.Join('\n', picks.Select(p => Rows[p]));
        string ended = end switch { 0 => text, 1 => text + "\n", _ => text.ReplaceLineEndings("\r\n") };
        return Files.ReadBytes(partSize, threads, [.. Files.WithRegister([("time.csv", ended)]).Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);
    }
}
