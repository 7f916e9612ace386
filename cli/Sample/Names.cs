namespace Plumbline.Cli.Sample;

/// <summary>Names of people who do not exist.</summary>
internal static class Names
{
    private static readonly string[] First =
    [
        "Amelia", "Callum", "Priya", "Rhys", "Niamh", "Oliver", "Fatima", "Hamish", "Isla", "Tomasz",
        "Grace", "Kwame", "Eilidh", "Arjun", "Megan", "Patrick", "Yasmin", "Alistair", "Chloe", "Dafydd",
        "Sinead", "Marcus", "Leila", "Ewan", "Harriet", "Samuel", "Zofia", "Declan", "Naomi", "Gareth",
    ];

    private static readonly string[] Last =
    [
        "Whitlock", "Okafor", "MacInnes", "Pemberton", "Shah", "Llewellyn", "Donnelly", "Ashworth", "Kowalski", "Fairbairn",
        "Trelawny", "Osei", "Hargreaves", "Mistry", "Gallagher", "Brightwell", "Sinclair", "Vaughan", "Haddad", "Thornbury",
        "Quigley", "Renshaw", "Iqbal", "Cartwright", "Buchanan", "Nowak", "Penhaligon", "Yeoman", "Lockhart", "Adeyemi", "Wragg",
    ];

    // Thirty and thirty-one share no factor, so that no two of the first 930 are the same.
    public static string Of(int number) => $"{First[number * 7 % First.Length]} {Last[number * 11 % Last.Length]}";
}
