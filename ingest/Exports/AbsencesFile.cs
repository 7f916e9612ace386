using Plumbline.Domain.Facts;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>Holidays and other absences, asked for and decided.</summary>
internal static class AbsencesFile
{
    public static readonly Shape Shape = new(Names.Absences)
    {
        Columns = ["absence_id", "person_id", "kind", "from", "to", "requested_on", "decided_on"],
        Distant = ["to"],
        Key = ["absence_id"],
        KeepsIds = true,
    };

    public static Func<Row, Item> Parser(Header header)
    {
        Column id = header["absence_id"], person = header["person_id"], kind = header["kind"];
        Column from = header["from"], to = header["to"], requested = header["requested_on"], decided = header["decided_on"];
        return row =>
        {
            row.NamesDay(requested);
            return new Item(ItemKinds.Absence, row.Id(id))
            {
                Person = row.Person(person),
                Type = row.Word(kind),
                Days = row.Days((ItemDay.From, from), (ItemDay.To, to), (ItemDay.Requested, requested), (ItemDay.Decided, decided)),
            };
        };
    }
}
