using HilBench.Wire.Decoding;

namespace HilBench.Cli.Decoding;

/// <summary>Writes decoded messages one after the other.</summary>
/// <param name="format">How.</param>
/// <param name="isList">Whether they come from a list: then each says its place, and JSON is an array.</param>
/// <param name="output">Where to.</param>
internal sealed class MessageWriter(DecodeFormat format, bool isList, TextWriter output)
{
    private int _written;

    /// <summary>Writes the next message.</summary>
    public void Write(string place, FoundMessage message)
    {
        switch (format)
        {
            case DecodeFormat.Json:
                output.Write(isList ? _written == 0 ? "[\n" : ",\n" : string.Empty);
                output.Write(MessageJson.Format(message, isList ? place : null));
                break;
            case DecodeFormat.JsonLines:
                output.WriteLine(MessageJson.FormatLine(message, isList ? place : null));
                break;
            default:
                output.Write(_written == 0 ? string.Empty : "\n");
                output.Write(isList ? $"{place}: {TreeText.Format(message)}" : TreeText.Format(message));
                break;
        }

        _written++;
    }

    /// <summary>Ends what was begun.</summary>
    public void End()
    {
        if (format == DecodeFormat.Json)
        {
            output.WriteLine(!isList ? string.Empty : _written == 0 ? "[]" : "\n]");
        }
    }
}
