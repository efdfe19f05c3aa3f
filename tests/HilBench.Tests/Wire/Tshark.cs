using System.Globalization;
using System.Xml.Linq;
using HilBench.Observing;
using HilBench.Tests.Observing;

namespace HilBench.Tests.Wire;

/// <summary>What tshark reads in a frame of ours.</summary>
internal static class Tshark
{
    /// <summary>Every field with a number, in the order of the packet.</summary>
    /// <param name="frame">An Ethernet frame.</param>
    public static List<(string FullName, string Name, long Value)> Dissect(byte[] frame)
    {
        var fields = new List<(string, string, long)>();
        foreach (var (name, text) in Show(frame))
        {
            if (Number(text) is { } number)
            {
                fields.Add((name, name[(name.LastIndexOf('.') + 1)..], number));
            }
        }

        return fields;
    }

    /// <summary>Every field as tshark shows it, in the order of the packet.</summary>
    /// <param name="frame">An Ethernet frame.</param>
    public static List<(string FullName, string? Text)> Show(byte[] frame)
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-tshark-").FullName;
        try
        {
            var path = Path.Combine(folder, "frame.pcapng");
            using (var writer = CaptureWriter.Create(path, "hilbench test", [SampleCapture.Air]))
            {
                writer.Write(SampleCapture.Frame(0) with { Frame = frame });
            }

            return [.. XDocument.Parse(Peers.Run("tshark", "-r", path, "-T", "pdml")).Descendants("field")
                .Select(field => (field.Attribute("name")?.Value ?? string.Empty, field.Attribute("show")?.Value))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long? Number(string? text) =>
        text is null ? null
        : text.StartsWith("0x", StringComparison.Ordinal) && long.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hexadecimal) ? hexadecimal
        : text == "True" ? 1
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
