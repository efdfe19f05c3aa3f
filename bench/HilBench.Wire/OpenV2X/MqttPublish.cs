using System.Text;

namespace HilBench.Wire.OpenV2X;

/// <summary>The PUBLISH packet of MQTT 3.1.1 at quality of service 0: how messages of a broker stand in a recording.</summary>
public static class MqttPublish
{
    private const byte PacketType = 0x30;
    private const int MostTopicOctets = 65_535;

    /// <summary>Writes a packet.</summary>
    /// <param name="topic">Its topic, at most 65 535 octets of UTF-8.</param>
    /// <param name="payload">Its octets.</param>
    /// <exception cref="ArgumentException">The topic is longer.</exception>
    public static byte[] Encode(string topic, ReadOnlySpan<byte> payload)
    {
        var name = Encoding.UTF8.GetBytes(topic);
        if (name.Length > MostTopicOctets)
        {
            throw new ArgumentException($"A topic of {name.Length} octets; {MostTopicOctets} is the most.", nameof(topic));
        }

        // MQTT 3.1.1 2.2.3: seven bits an octet, the least significant first.
        var length = new List<byte>(4);
        var rest = 2 + name.Length + payload.Length;
        do
        {
            length.Add((byte)((rest % 128) | (rest >= 128 ? 0x80 : 0)));
            rest /= 128;
        }
        while (rest > 0);

        return [PacketType, .. length, (byte)(name.Length >> 8), (byte)name.Length, .. name, .. payload];
    }
}
