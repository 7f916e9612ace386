using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures;

/// <summary>The work of each person for all accounts, in order of the weeks: sorted once, because a person is on several accounts.</summary>
internal sealed class WorkByPerson
{
    private readonly Dictionary<PersonId, int> _numbers = [];
    private readonly Grouped<Work> _grouped;

    public WorkByPerson(IReadOnlyList<Work> all)
    {
        foreach (Work work in all)
            _numbers.TryAdd(work.Person, _numbers.Count);
        _grouped = new(all, _numbers.Count, w => _numbers[w.Person]);
        for (int person = 0; person < _numbers.Count; person++)
            _grouped[person].AsSpan().Sort((one, other) => one.FirstDay.CompareTo(other.FirstDay));
    }

    public ArraySegment<Work> Of(PersonId person) => _numbers.TryGetValue(person, out int number) ? _grouped[number] : ArraySegment<Work>.Empty;
}
