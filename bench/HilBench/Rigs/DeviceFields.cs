using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using HilBench.Inputs;

namespace HilBench.Rigs;

/// <summary>Reads what the kinds of device have in common, for one device of a rig file.</summary>
/// <param name="fields">The device's fields.</param>
/// <param name="hosting">Where it stands.</param>
/// <param name="words">Names that may be switched on at emulated devices.</param>
internal sealed class DeviceFields(Fields fields, DeviceHosting hosting, EmulatorWords words)
{
    /// <summary>The device's fields.</summary>
    public Fields Fields => fields;

    /// <summary>Where it stands.</summary>
    public DeviceHosting Hosting => hosting;

    /// <summary>What carries its links.</summary>
    public CarrierFields Carriers { get; } = new(fields, hosting);

    /// <summary>Its name.</summary>
    public string Name => fields.Text("name");

    /// <summary>Whether the run judges it.</summary>
    public bool Dut => fields.Flag("dut", otherwise: true);

    /// <summary>Defects that are switched on.</summary>
    public ImmutableArray<string> Defects => Named("defects", "defect", words.Defects);

    /// <summary>Personalities that are switched on.</summary>
    public ImmutableArray<string> Personalities => Named("personalities", "personality", words.Personalities);

    /// <summary>Where it is reached; <paramref name="needed"/> when a real device cannot do without.</summary>
    public DeviceAddress Address(KeySet keys, bool needed = true)
    {
        if (hosting == DeviceHosting.Container && fields.Has("udp"))
        {
            fields.Fault("udp", "a device in a container is reached at ports that the bench chooses; leave it out");
        }

        if (hosting == DeviceHosting.Real && needed && !fields.Has("udp"))
        {
            fields.Fault("udp", "is needed for a real device: the host and ports where it is reached");
        }

        return AddressOf(fields.Mapping("udp", keys), keys) ?? new DeviceAddress("127.0.0.1", ImmutableDictionary<string, int>.Empty);
    }

    /// <summary>Where the bench listens for what it sends.</summary>
    public DeviceAddress? Bench(KeySet keys) => AddressOf(fields.Mapping("bench", keys), keys);

    /// <summary>Its radio's MAC address; zeros where it is not said, which only a real device may.</summary>
    public ImmutableArray<byte> Mac()
    {
        if (!fields.Has("mac"))
        {
            if (hosting != DeviceHosting.Real)
            {
                fields.Fault("mac", "is needed for an emulated device");
            }

            return [0, 0, 0, 0, 0, 0];
        }

        var text = fields.Text("mac");
        var octets = text.Split(':');
        var mac = ImmutableArray.CreateBuilder<byte>(6);
        foreach (var octet in octets.Where(octet => octet.Length == 2))
        {
            if (byte.TryParse(octet, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                mac.Add(value);
            }
        }

        if (mac.Count != 6 || octets.Length != 6)
        {
            fields.Fault("mac", $"expected six octets such as 02:00:00:00:00:01, found '{text}'");
            return [0, 0, 0, 0, 0, 0];
        }

        return mac.DrainToImmutable();
    }

    private static DeviceAddress? AddressOf(Fields? address, KeySet keys)
    {
        if (address is null)
        {
            return null;
        }

        var host = address.Text("host");
        if (!IPAddress.TryParse(host, out _))
        {
            address.Fault("host", $"expected an IP address such as 127.0.0.1, found '{host}'");
        }

        return new DeviceAddress(
            host, keys.Optional.Where(address.Has).ToImmutableDictionary(key => key, key => address.Number(key, 1, 65535), StringComparer.Ordinal));
    }

    private ImmutableArray<string> Named(string key, string noun, Func<string, IReadOnlyCollection<string>> known)
    {
        var names = fields.Words(key);
        var allowed = known(fields.Keys.Schema);
        foreach (var name in names.Where(name => !allowed.Contains(name, StringComparer.Ordinal)))
        {
            fields.Fault(key, $"unknown {noun} '{name}' of a device of kind {fields.Keys.Schema}; allowed: {string.Join(", ", allowed)}");
        }

        return names;
    }
}
