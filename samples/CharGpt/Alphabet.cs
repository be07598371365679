namespace CharGpts;

/// <summary>The characters that the model knows, as ids: a line's end and the 95 printable ones of ASCII. The size of a network is part of its class, so they do not depend on the text.</summary>
internal static class Alphabet
{
    /// <summary>How many characters the model looks at.</summary>
    public const int Context = 64;

    /// <summary>How many there are.</summary>
    public const int Size = Last - First + 2;

    private const char First = ' ';
    private const char Last = '~';
    private const char Unknown = '?';

    /// <summary>The ids of a text. A tab is a space, a carriage return is left out, any other character that is not known is a question mark.</summary>
    public static int[] Encode(string text) => [.. text.Where(character => character != '\r').Select(Encode)];

    /// <summary>The text of ids.</summary>
    public static string Decode(IEnumerable<int> ids) => string.Concat(ids.Select(Decode));

    /// <summary>The character of an id.</summary>
    public static char Decode(int id) => id == 0 ? '\n' : (char)(First + id - 1);

    private static int Encode(char character) => character switch
    {
        '\n' => 0,
        '\t' => 1,
        >= First and <= Last => character - First + 1,
        _ => Unknown - First + 1,
    };
}
