using System.Globalization;
using HilBench.Asn1;
using HilBench.Wire.Decoding;

namespace HilBench.Tests.Wire;

/// <summary>Whether tshark and our decoder read the same numbers in an ETSI message.</summary>
internal static class TsharkAgreement
{
    /// <summary>Compares every number that both name alike.</summary>
    /// <param name="frame">An Ethernet frame.</param>
    /// <param name="name">Name of the message in it.</param>
    /// <returns>How many numbers were compared.</returns>
    public static int Compare(byte[] frame, string name)
    {
        var theirs = Tshark.Dissect(frame).Where(field => field.FullName.Split('.')[0] is "its" or "cam" or "denm" or "dsrc").ToArray();
        var found = MessageFinder.Find(frame);
        var ours = new List<(string Name, long Value)>();
        Collect(found.Layers[^1].Tree!, ours);

        Assert.That(found.Name, Is.EqualTo(name));
        var compared = 0;
        foreach (var group in ours.GroupBy(field => field.Name, StringComparer.Ordinal))
        {
            var expected = theirs.Where(field => field.Name == group.Key).Select(field => field.Value).ToArray();
            if (expected.Length > 0)
            {
                Assert.That(group.Select(field => field.Value), Is.EqualTo(expected), group.Key);
                compared += expected.Length;
            }
        }

        TestContext.Out.WriteLine($"{name}: {ours.Count} numbers, {compared} of them named alike by tshark and equal");
        return compared;
    }

    private static void Collect(DecodeNode node, List<(string Name, long Value)> fields)
    {
        // A constraint that is a range belongs to an integer.
        if (node.Constraint is ['(', (>= '0' and <= '9') or '-', ..]
            && long.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            fields.Add((node.Name, value));
        }

        foreach (var child in node.Children)
        {
            Collect(child, fields);
        }
    }
}
