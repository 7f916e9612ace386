using System.CommandLine;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary><c>words [WORD]</c>: every word of the language by kind, or the exact rule of one.</summary>
internal static class WordsCommand
{
    public static Command Create(Io io)
    {
        var word = new Argument<string[]>("WORD") { Description = "a word, a key of a measure or a general rule, as paid, \"month end\", every, \"working days\"; all of them without it", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("words", "Prints what the words of measures.yaml mean: 0, 3 there is no such word.") { word };
        // Quotation marks around a word of several are not asked for.
        command.SetAction(parsed => Run(string.Join(' ', parsed.GetValue(word) ?? []).Trim(), io));
        return command;
    }

    private static int Run(string name, Io io)
    {
        if (name.Length == 0)
            return Print(WordsText.All(), io);
        (WordGroup, IWord)[] found = [.. Glossary.Find(name)];
        if (found.Length > 0)
            return Print(WordsText.Entries(found), io);
        io.Error.WriteLine($"There is no word '{name}'{Judged.Meant(name, Glossary.Groups.SelectMany(g => g.Words).Select(w => w.Name))}. 'words' alone prints them all.");
        return Exit.Wrong;
    }

    private static int Print(IEnumerable<string> lines, Io io)
    {
        using var text = new StreamWriter(io.Output, leaveOpen: true);
        foreach (string line in lines)
            text.WriteLine(line);
        return Exit.Kept;
    }
}
