using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HilBench.Asn1;

namespace HilBench.Wire.Decoding;

/// <summary>Writes a found message as JSON for programs. Integers are numbers, all other values text.</summary>
public static class MessageJson
{
    /// <summary>One indented object.</summary>
    /// <param name="message">What the octets turned out to be.</param>
    /// <param name="source">Where the octets come from, for example <c>file:line</c>; null for none.</param>
    public static string Format(FoundMessage message, string? source = null) => Write(message, source, indented: true);

    /// <summary>One object on one line, without the line end: JSON Lines.</summary>
    /// <param name="message">What the octets turned out to be.</param>
    /// <param name="source">Where the octets come from, for example <c>file:line</c>; null for none.</param>
    public static string FormatLine(FoundMessage message, string? source = null) => Write(message, source, indented: false);

    private static string Write(FoundMessage message, string? source, bool indented)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            if (source is not null)
            {
                json.WriteString("source", source);
            }

            json.WriteString("message", message.Name);
            json.WriteNumber("octets", message.OctetCount);
            json.WriteBoolean("clean", message.IsClean);
            WriteFault(json, message.Fault);
            json.WriteStartArray("assumptions");
            foreach (var assumption in message.Assumptions)
            {
                json.WriteStringValue(assumption);
            }

            json.WriteEndArray();
            json.WriteStartArray("layers");
            foreach (var layer in message.Layers)
            {
                WriteLayer(json, layer);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteFault(Utf8JsonWriter json, MessageFault? fault)
    {
        if (fault is null)
        {
            json.WriteNull("fault");
            return;
        }

        json.WriteStartObject("fault");
        json.WriteString("protocol", fault.Protocol);
        json.WriteString("path", fault.Path);
        json.WriteNumber("bit", fault.BitOffset);
        json.WriteString("message", fault.Message);
        json.WriteEndObject();
    }

    private static void WriteLayer(Utf8JsonWriter json, MessageLayer layer)
    {
        json.WriteStartObject();
        json.WriteString("protocol", layer.Protocol);
        if (layer.OctetOffset is { } offset)
        {
            json.WriteNumber("octet", offset);
        }
        else
        {
            json.WriteNull("octet");
        }

        json.WriteNumber("octets", layer.OctetLength);
        json.WriteStartArray("violations");
        foreach (var violation in layer.Violations)
        {
            json.WriteStartObject();
            json.WriteString("path", violation.Path);
            WriteBits(json, violation.BitOffset, violation.BitLength);
            json.WriteString("rule", violation.Rule);
            json.WriteString("found", violation.Found);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("tree");
        if (layer.Tree is { } tree)
        {
            WriteNode(json, layer, tree);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, MessageLayer layer, DecodeNode node)
    {
        json.WriteStartObject();
        json.WriteString("name", node.Name);
        json.WriteString("type", node.Type);
        WriteBits(json, node.BitOffset, node.BitLength);
        if (node.Children.Count > 0)
        {
            json.WriteStartArray("members");
            foreach (var child in node.Children)
            {
                WriteNode(json, layer, child);
            }

            json.WriteEndArray();
        }
        else if (node.Value.Length > 0 || node.Raw.Length > 0)
        {
            json.WriteString("raw", node.Raw);
            WriteValue(json, layer, node);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, MessageLayer layer, DecodeNode node)
    {
        // A constraint that is a range belongs to an integer; bits and digits of strings are no numbers.
        if (node.Constraint is ['(', (>= '0' and <= '9') or '-' or 'M', ..]
            && long.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumber("value", number);
        }
        else
        {
            json.WriteString("value", node.Value);
        }

        if (layer.Describe(node) is { } quantity)
        {
            json.WriteString("scaled", quantity);
        }

        if (node.Constraint is not null)
        {
            json.WriteString("constraint", node.Constraint);
        }
    }

    private static void WriteBits(Utf8JsonWriter json, int offset, int length)
    {
        json.WriteNumber("bit", offset);
        json.WriteNumber("bits", length);
    }
}
