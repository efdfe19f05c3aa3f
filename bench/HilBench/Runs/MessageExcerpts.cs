using System.Collections.Immutable;
using HilBench.Asn1;
using HilBench.Judging;
using HilBench.Observing;
using HilBench.Wire.Decoding;
using HilBench.Wire.Ethernet;

namespace HilBench.Runs;

/// <summary>Takes the messages that prove findings out of a capture, field by field.</summary>
internal static class MessageExcerpts
{
    /// <summary>Findings of one purpose that get their message: the first ones.</summary>
    public const int PerPurpose = 5;

    /// <summary>Reads the messages that the verdicts refer to.</summary>
    /// <param name="capture">The capture.</param>
    /// <param name="verdicts">Verdicts with their findings.</param>
    /// <param name="skip">Octets before each air frame that are passed over.</param>
    /// <returns>Messages by packet number.</returns>
    public static IReadOnlyDictionary<int, MessageExcerpt> Read(string capture, IEnumerable<PurposeVerdict> verdicts, int skip)
    {
        var wanted = verdicts
            .SelectMany(verdict => verdict.Result.Findings.Take(PerPurpose))
            .Where(finding => finding.Proof.Length > 0)
            .Select(finding => finding.Proof[0].Packet)
            .ToHashSet();
        var excerpts = new Dictionary<int, MessageExcerpt>();
        if (wanted.Count == 0)
        {
            return excerpts;
        }

        using var reader = CaptureReader.Open(capture);
        foreach (var packet in reader.Packets().TakeWhile(_ => excerpts.Count < wanted.Count).Where(packet => wanted.Contains(packet.Number)))
        {
            excerpts[packet.Number] = Excerpt(packet, skip);
        }

        return excerpts;
    }

    private static MessageExcerpt Excerpt(CapturedPacket packet, int skip)
    {
        var (octets, family) = ObservationReader.ReadBehind(packet, skip).Content is AirContent air
            ? (air.Payload, MessageFamily.J2735)
            : (Datagram(packet), (MessageFamily?)null);
        var found = MessageFinder.Find(octets, family);
        var fields = ImmutableArray.CreateBuilder<FieldLine>();
        if (found.Layers is [{ Tree: { } tree } layer, ..])
        {
            Flatten(layer, tree, string.Empty, 0, fields);
        }

        return new MessageExcerpt(found.Name ?? "unknown", Convert.ToHexString(octets.Span), fields.ToImmutable());
    }

    private static ReadOnlyMemory<byte> Datagram(CapturedPacket packet) =>
        LinkHeader.TryParse((int)packet.Tap.Layer, packet.Frame, out var header, out _)
        && UdpPacket.TryParse(packet.Frame[header.PayloadOffset..], out var datagram, out _)
            ? datagram.Payload
            : packet.Frame;

    private static void Flatten(MessageLayer layer, DecodeNode node, string path, int depth, ImmutableArray<FieldLine>.Builder fields)
    {
        var quantity = layer.Describe(node);
        fields.Add(new FieldLine(
            depth,
            node.Name.Length == 0 ? node.Type : node.Name,
            path,
            node.BitOffset,
            node.BitLength,
            quantity is null ? node.Value : $"{node.Value} = {quantity}"));
        foreach (var child in node.Children)
        {
            Flatten(layer, child, NodePath.Of(path, child), depth + 1, fields);
        }
    }
}
