using Plumbline.Local.Running;

namespace Plumbline.Local.Tests.Running;

public sealed class FunctionKeyTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("plumbline").FullName;

    private string File => Path.Combine(_home, "key");

    [Fact]
    public void A_key_is_kept()
    {
        string key = FunctionKey.ReadOrMake(File);
        Assert.Equal(32, key.Length);
        Assert.Equal(key, FunctionKey.ReadOrMake(File));
        Assert.Equal([File], Directory.GetFiles(_home));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cut short")]
    public void A_key_that_is_none_is_made_anew_for_its_owner_alone(string left)
    {
        System.IO.File.WriteAllText(File, left);
        System.IO.File.WriteAllText(File + ".new", left);
        Assert.Equal(32, FunctionKey.ReadOrMake(File).Length);
        Assert.Equal([File], Directory.GetFiles(_home));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public void A_folder_in_its_place_is_named()
    {
        Directory.CreateDirectory(File);
        var refusal = Assert.Throws<IOException>(() => FunctionKey.ReadOrMake(File));
        Assert.Equal($"{File} is a folder, where the key of the functions belongs: take it away.", refusal.Message);
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
