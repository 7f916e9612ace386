using System.Text;
using Plumbline.Ingest.Tests.Exports;

namespace Plumbline.Ingest.Tests.Policies;

public class HostileFilesTests
{
    [Theory]
    [InlineData("", "measures.yaml: is empty")]
    [InlineData("  \n", "measures.yaml: is empty")]
    [InlineData("# nothing yet\n", "measures.yaml: holds nothing but comments")]
    [InlineData("[]\n", "measures.yaml: holds no measure")]
    [InlineData("measures\n", "measures.yaml:1:1: a policy is a list of measures, each beginning with '- id: ', not text")]
    [InlineData("id: a\n", "measures.yaml:1:1: a policy is a list of measures, each beginning with '- id: ', not keys and values")]
    [InlineData("- a\n", "measures.yaml:1:3: a measure is written as keys and values, not as text")]
    [InlineData("- id: a\n\ttitle: A\n", "measures.yaml:2:1: a tab in the indentation: indent with spaces")]
    [InlineData("- id: a\u0000\n", "measures.yaml:1:8: a character that cannot be seen")]
    [InlineData("[]\n---\n[]\n", "measures.yaml:2:1: a second document: a policy file is one")]
    public void A_file_that_holds_no_policy_is_one_clear_fault(string text, string fault) =>
        Assert.Equal([fault], PolicyFolder.FaultsOf("measures.yaml", text).AsEnumerable());

    [Fact]
    public void A_billion_laughs_are_refused_without_being_told()
    {
        var text = new StringBuilder("- &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i <= 30; i++)
            text.Append($"- &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        string[] faults = PolicyFolder.FaultsOf("measures.yaml", text.ToString());
        Assert.Contains("measures.yaml:1:3: the anchor '&a0': a policy has no anchors", faults);
        Assert.Contains("measures.yaml: has more than 200 faults; the rest is not listed", faults);
        Assert.Equal(201, faults.Length);
    }

    [Fact]
    public void Anchors_aliases_and_tags_are_each_refused_where_they_stand()
    {
        string[] faults = PolicyFolder.FaultsOf("firm.yaml", "zone: !!str Europe/London\nregion: &r scotland\nclosures: []\nstage map: { a: *r }\n");
        Assert.Equal(
            [
                "firm.yaml:1:7: a tag: a policy has no tags",
                "firm.yaml:2:9: the anchor '&r': a policy has no anchors",
                "firm.yaml:4:17: expected text, not nothing",
                "firm.yaml:4:17: the alias '*r': write the value out",
            ],
            faults.Order().AsEnumerable());
    }

    [Fact]
    public void A_key_said_twice_is_refused_with_the_line_of_the_first()
    {
        string[] faults = PolicyFolder.FaultsOf("firm.yaml", "zone: Europe/London\nregion: scotland\nzone: Europe/Paris\n");
        Assert.Equal("firm.yaml:3:1: the key 'zone' is already there, on line 1", Assert.Single(faults));
    }

    [Theory]
    [InlineData("measures.yaml", "[", "")]
    [InlineData("firm.yaml", "{a: ", "")]
    [InlineData("firm.yaml", "[", "]")]
    [InlineData("holidays/scotland.json", "[", "]")]
    [InlineData("holidays/scotland.json", "{\"a\":", "")]
    public void Nesting_without_end_is_cut_off(string file, string open, string close)
    {
        string text = string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000));
        Assert.EndsWith("nested deeper than 20 levels", Assert.Single(PolicyFolder.FaultsOf(file, text)));
    }

    [Fact]
    public void Block_nesting_without_end_is_cut_off() =>
        Assert.EndsWith("nested deeper than 20 levels", Assert.Single(PolicyFolder.FaultsOf("measures.yaml", string.Concat(Enumerable.Repeat("- ", 200_000)) + "a")));

    [Theory]
    [InlineData("measures.yaml")]
    [InlineData("firm.yaml")]
    [InlineData("holidays/scotland.json")]
    public void A_file_of_five_megabytes_is_refused_unread(string file)
    {
        using var folder = new PolicyFolder();
        Assert.Equal($"{file}: is larger than 1,024 KB: no policy is", Assert.Single(folder.With(file, new byte[5_000_000]).Faults()));
    }

    [Theory]
    [InlineData("- a\n")]
    [InlineData("- ? - a\n")]
    [InlineData("a: b\n")]
    [InlineData("{")]
    [InlineData("'")]
    [InlineData("\"\\u")]
    [InlineData("a ")]
    [InlineData("-")]
    [InlineData("- |\n")]
    [InlineData("- [\n")]
    [InlineData("[a: b, ")]
    [InlineData("%")]
    [InlineData("&a ")]
    public void A_megabyte_of_anything_ends_in_faults(string piece) =>
        Assert.NotEmpty(PolicyFolder.FaultsOf("measures.yaml", string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))));

    [Fact]
    public void A_file_that_is_not_utf_8_is_refused_with_its_line()
    {
        using var folder = new PolicyFolder();
        byte[] bytes = [.. "zone: Europe/London\nregion: "u8, 0xE9, (byte)'\n'];
        Assert.Equal("firm.yaml:2:1: is not UTF-8 text on this line", Assert.Single(folder.With("firm.yaml", bytes).Faults()));
    }

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_are_no_fault()
    {
        using var folder = new PolicyFolder();
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "zone: Europe/London\r\nregion: scotland\r\n"u8];
        Assert.Empty(folder.With("firm.yaml", bytes).Faults());
    }

    [Theory]
    [InlineData("pipe", "firm.yaml: is a pipe, a socket or a device; put an ordinary file in its place")]
    [InlineData("zeros", "firm.yaml: is a pipe, a socket or a device; put an ordinary file in its place")]
    [InlineData("nothing", "firm.yaml: is empty")]
    public void What_is_no_ordinary_file_is_one_fault_and_is_not_waited_for(string what, string fault)
    {
        using var folder = new PolicyFolder();
        File.Delete(folder.PathOf("firm.yaml"));
        OddFile.Make(what, folder.PathOf("firm.yaml"));
        Assert.Equal(fault, Assert.Single(folder.Faults()));
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_one_fault()
    {
        using var folder = new PolicyFolder();
        File.Delete(folder.PathOf("firm.yaml"));
        Directory.CreateDirectory(folder.PathOf("firm.yaml"));
        Assert.Equal("firm.yaml: cannot be opened as a file", Assert.Single(folder.Faults()));
    }
}
