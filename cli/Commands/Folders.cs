using System.CommandLine;
using System.CommandLine.Parsing;

namespace Plumbline.Cli.Commands;

/// <summary>Folders as arguments name them.</summary>
internal static class Folders
{
    public static Argument<string> NotEmpty(this Argument<string> folder)
    {
        folder.Validators.Add(result => Refuse(result, folder.Name));
        return folder;
    }

    public static Option<T> NotEmpty<T>(this Option<T> folder)
    {
        folder.Validators.Add(result => Refuse(result, folder.Name));
        return folder;
    }

    /// <exception cref="IOException">It cannot be made; the message names it.</exception>
    public static void Make(string folder)
    {
        if (File.Exists(folder))
            throw new IOException($"{folder} is a file: name a folder.");
        Directory.CreateDirectory(folder);
    }

    private static void Refuse(SymbolResult result, string name)
    {
        if (result.Tokens.Any(t => t.Value.Length == 0))
            result.AddError($"{name}: an empty name is no folder's.");
    }
}
