using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.TimeEntries;

/// <summary>
/// The entries whose engagement or person the register does not know, found among what the threads folded. An entry that lacks both is
/// one row, and is named under both.
/// </summary>
internal sealed class TimeStrangers
{
    private readonly IReadOnlyList<TimeFold> _folds;
    private readonly Known _known;
    private readonly Numbers.Shared _people, _engagements;
    private readonly SortedDictionary<string, long> _money = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, Found> _ofEngagements = [], _ofPeople = [];
    private int _rows;
    private int _rowsOfPeople;

    /// <param name="register">The numbers that the register gives to the engagements of the file; -1 where it has none.</param>
    public TimeStrangers(IReadOnlyList<TimeFold> folds, Known known, Numbers.Shared people, Numbers.Shared engagements, int[] register)
    {
        (_folds, _known, _people, _engagements) = (folds, known, people, engagements);
        foreach (TimeFold fold in folds)
            fold.Tallies.Strangers(register, (engagement, rows, worth) =>
            {
                Enter(_ofEngagements, engagement, rows, worth);
                Count(rows, worth);
            });
        bool[] unknown = UnknownPeople();
        if (!unknown.Contains(true))
            return;
        foreach (TimeFold fold in folds)
            for (int number = 1; number <= fold.Cells.Count; number++)
                if (fold.Cells.At(number) is var cell && unknown[cell.Person])
                    AddPerson(cell, register[cell.Engagement] >= 0);
    }

    public Unmatched Unmatched => _rows == 0 ? Unmatched.None : new(_rows, [.. _money.Select(m => Cell.InMoney(m.Value, m.Key))]) { OfPeople = _rowsOfPeople };

    public ImmutableArray<string> Lines()
    {
        if (_rows == 0)
            return [];
        int[] people = new int[_people.Count], engagements = new int[_engagements.Count];
        Array.Fill(people, int.MaxValue);
        Array.Fill(engagements, int.MaxValue);
        foreach (TimeFold fold in _folds)
            fold.FirstLines(people, engagements);
        UnknownIds ids = new(TimeFile.Shape.Source, _known);
        Name(ids, IdKind.Engagement, _ofEngagements, engagements, _engagements);
        Name(ids, IdKind.Person, _ofPeople, people, _people);
        return ids.Lines();
    }

    private static void Name(UnknownIds ids, IdKind kind, SortedDictionary<int, Found> found, int[] lines, Numbers.Shared texts)
    {
        foreach (var (number, each) in found.OrderBy(f => lines[f.Key]))
            ids.Add(kind, texts.Id(number), lines[number], each.Rows, [.. each.Money.Select(m => Cell.InMoney(m.Value, m.Key))]);
    }

    private static void Enter(SortedDictionary<int, Found> found, int number, int rows, (int Currency, long Value)? worth)
    {
        if (!found.TryGetValue(number, out Found? each))
            found[number] = each = new();
        each.Rows += rows;
        AddTo(each.Money, worth);
    }

    private static void AddTo(SortedDictionary<string, long> money, (int Currency, long Value)? worth)
    {
        if (worth is var (currency, value))
            money[Values.Currency(currency)] = Saturating.Sum(money.GetValueOrDefault(Values.Currency(currency)), value);
    }

    private bool[] UnknownPeople()
    {
        bool[] unknown = new bool[_people.Count];
        for (int number = 0; number < unknown.Length; number++)
            unknown[number] = _known.Lists(IdKind.Person) && _known.Person(_people.Bytes(number)) is null;
        return unknown;
    }

    private void AddPerson(in Cell cell, bool engagementIsKnown)
    {
        Enter(_ofPeople, cell.Person, cell.Entries, cell.Worth);
        if (!engagementIsKnown)
            return;
        _rowsOfPeople += cell.Entries;
        Count(cell.Entries, cell.Worth);
    }

    private void Count(int rows, (int Currency, long Value)? worth)
    {
        _rows += rows;
        AddTo(_money, worth);
    }

    private sealed class Found
    {
        public int Rows { get; set; }

        public SortedDictionary<string, long> Money { get; } = new(StringComparer.Ordinal);
    }
}
