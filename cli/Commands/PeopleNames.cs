using System.Collections.Frozen;
using System.Text;
using Plumbline.Domain.Facts;

namespace Plumbline.Cli.Commands;

/// <summary>
/// Names for the ids that sentences hold, where a person reads them on their own machine: people by name and id, contacts by id and
/// stakeholder role. Tables and messages have the ids alone.
/// </summary>
internal sealed class PeopleNames
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _shown;

    public PeopleNames(Register register)
    {
        Dictionary<string, string> shown = [];
        foreach (Contact contact in register.Contacts.Values)
            if (contact.StakeholderRole is { } role && IsTelling(contact.Id))
                shown[contact.Id] = $"{contact.Id} ({role})";
        foreach (Person person in register.People.Values)
            if (person.Name is { Length: > 0 } name && name != person.Id.Value && IsTelling(person.Id.Value))
                shown[person.Id.Value] = $"{name} ({person.Id})";
        _shown = shown.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The sentence with the ids in it named, unless it says the role of a contact itself.</summary>
    public string In(string sentence)
    {
        StringBuilder? text = null;
        int copied = 0;
        for (int at = 0; at < sentence.Length; at++)
        {
            int end = at;
            while (end < sentence.Length && IsOfId(sentence[end]))
                end++;
            if (end > at && Trimmed(sentence.AsSpan(at, end - at)) is { Length: > 0 } word && _shown.TryGetValue(word, out string? name)
                && !sentence.AsSpan(at).StartsWith(name, StringComparison.Ordinal))
            {
                text = (text ?? new()).Append(sentence, copied, at - copied).Append(name);
                copied = at + word.Length;
            }
            at = end;
        }
        return text is null ? sentence : text.Append(sentence, copied, sentence.Length - copied).ToString();
    }

    /// <summary>An id that might be a word or a number of the sentence stays as it is.</summary>
    private static bool IsTelling(string id) => id.Any(char.IsLetter) && id.Any(c => !char.IsLetter(c)) && id.All(IsOfId);

    private static bool IsOfId(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.';

    /// <summary>Without the full stop that ends a sentence.</summary>
    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> word) => word.TrimEnd('.');
}
