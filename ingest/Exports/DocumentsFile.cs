using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.Exports;

/// <summary>Contracts and statements of work, and how far their signing is.</summary>
internal static class DocumentsFile
{
    public static readonly Shape Shape = new(Names.Documents)
    {
        Columns = ["document_id", "account_id", "engagement_id", "kind", "reviewed_by_legal_on", "agreed_by_board_on", "signed_by_all_on", "recorded_on", "starts_on", "ends_on"],
        Distant = ["reviewed_by_legal_on", "agreed_by_board_on", "signed_by_all_on", "recorded_on", "starts_on", "ends_on"],
        Key = ["document_id"],
        Vital = ["kind"],
        KeepsIds = true,
    };

    public static Func<Row, Item> Parser(Header header)
    {
        Column id = header["document_id"], account = header["account_id"], engagement = header["engagement_id"], kind = header["kind"];
        Column legal = header["reviewed_by_legal_on"], board = header["agreed_by_board_on"], signed = header["signed_by_all_on"], recorded = header["recorded_on"];
        Column starts = header["starts_on"], ends = header["ends_on"];
        return row => new Item(ItemKinds.Document, row.Id(id))
        {
            Account = row.Customer(account, engagement),
            Engagement = row.Engagement,
            Type = row.Kind(kind, WordKind.Document),
            Days = row.Days(
                (ItemDay.ReviewedByLegal, legal), (ItemDay.AgreedByBoard, board), (ItemDay.SignedByAll, signed), (ItemDay.Recorded, recorded),
                (ItemDay.Starts, starts), (ItemDay.Ends, ends)),
        };
    }
}
