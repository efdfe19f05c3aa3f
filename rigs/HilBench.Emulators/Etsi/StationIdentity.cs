using System.Buffers.Binary;

namespace HilBench.Emulators.Etsi;

/// <summary>The identities that others know the station by: a pseudonym change takes a new station id and a new MAC address together.</summary>
internal sealed class StationIdentity(EtsiStationSettings settings, StationState state)
{
    private const byte LocallyAdministered = 0x02;
    private readonly Random _random = new(settings.Seed);

    public EtsiStationSettings Settings => settings;

    public void Change()
    {
        var octets = new byte[6];
        _random.NextBytes(octets);
        state.StationId = BinaryPrimitives.ReadUInt32BigEndian(octets);
        _random.NextBytes(octets);
        octets[0] = (byte)((octets[0] & 0xFC) | LocallyAdministered);
        if (!settings.Personalities.Contains(PersonalityTable.PseudonymKeepsAddress))
        {
            state.Mac = octets;
        }
    }
}
