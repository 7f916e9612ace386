using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>A story that nothing disturbed: the calls of its host, and how it ended once another host had lived after it.</summary>
internal sealed record Undisturbed(Story Story, Beginning Beginning, Call[] Calls, Aftermath Expected)
{
    public static async Task<Undisturbed> OfAsync(Story story)
    {
        Beginning beginning = await story.BeginAsync();
        await using FirmTables firm = await beginning.AgainAsync(journalled: false);
        var script = new Script(firm.Clock, _ => Mishap.None);
        await firm.UploadAsync(story.Facts());
        await story.Lives(new(firm, story.Facts(), script));
        await Story.LiveAsync(firm, story.Facts());
        return new(story, beginning, [.. script.Calls.OrderBy(c => c.Number)], await Aftermath.OfAsync(firm));
    }

    /// <summary>The same story once more, disturbed; another host makes it good.</summary>
    /// <param name="disturbed">Lives the story.</param>
    /// <param name="what">Names the disturbance where the end is another.</param>
    public async Task AgainAsync(bool journalled, Func<FirmTables, Task> disturbed, string what)
    {
        await using FirmTables firm = await Beginning.AgainAsync(journalled);
        await firm.UploadAsync(Story.Facts());
        try
        {
            await disturbed(firm);
            await Story.LiveAsync(firm, Story.Facts());
            Aftermath.Same(Expected, await Aftermath.OfAsync(firm));
        }
        catch (Exception wrong)
        {
            throw new InvalidOperationException($"{Story}: {what} of {Calls.Length}", wrong);
        }
    }
}
