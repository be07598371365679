using System.Text;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes indented text with "\n" line ends, whatever machine it runs on.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int indentation;

    /// <summary>Writes lines, each indented; an empty line stays empty.</summary>
    public void Line(string lines = "")
    {
        foreach (string line in lines.Split('\n'))
        {
            text.Append(line.Length == 0 ? string.Empty : new string(' ', 4 * indentation)).Append(line).Append('\n');
        }
    }

    /// <summary>A header and a block in braces.</summary>
    public void Block(string header, Action body)
    {
        Line(header);
        Braces(body, "}");
    }

    /// <summary>A block in braces.</summary>
    public void Braces(Action body, string end)
    {
        Line("{");
        indentation++;
        body();
        indentation--;
        Line(end);
    }

    /// <summary>Lines that are indented once more.</summary>
    public void Indented(Action body)
    {
        indentation++;
        body();
        indentation--;
    }

    public override string ToString() => text.ToString();
}
