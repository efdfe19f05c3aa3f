using System.Net;
using HilBench.Emulators.Snmp;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Rsu;

/// <summary>The objects of RSU 4.1 beside its tables (1.0.15628.4.1.8, .16 to .19, .99).</summary>
/// <param name="operation">The unit.</param>
/// <param name="quirks">Its personalities.</param>
/// <param name="output">Its position output.</param>
internal sealed class Rsu41Scalars(RsuOperation operation, RsuQuirks quirks, PositionOutput output)
{
    private const int Degrees90 = 900_000_000;
    private const int Degrees180 = 1_800_000_000;

    private readonly RsuScalars _scalars = new(operation, quirks);
    private readonly RsuColumns _columns = new(quirks);

    /// <summary>All of them.</summary>
    public IManagedObjects[] Build() =>
    [
        Gps(),
        Statistics(),
        Description(),
        Settings(),
        RsuScalars.Tree(Rsu41Objects.SystemStatus, (1, _scalars.ChannelStatus)),
        new ObjectTree(Rsu41Objects.Mode, [_scalars.Mode(Rsu41Objects.Mode.Append(0), RsuMib.Rsu41)]),
    ];

    private ObjectTree Gps() => RsuScalars.Tree(
        Rsu41Objects.GpsOutput,
        (1, id => ManagedInstance.Integer32(id, () => output.Port, 1024, 65535, value => Output(() => output.Port = value))),
        (2, OutputAddress),
        (3, id => RsuScalars.Text(id, () => output.Interface, 255, value => output.Interface = value)),
        (4, id => ManagedInstance.Integer32(id, () => Math.Max(1, output.Interval), 1, 18_000, value => Output(() => output.Interval = value))),
        (5, _scalars.Position),
        (6, id => ManagedInstance.Integer32(id, () => operation.ReferenceLatitude, -Degrees90, Degrees90, value => operation.ReferenceLatitude = value)),
        (7, id => ManagedInstance.Integer32(id, () => operation.ReferenceLongitude, -Degrees180, Degrees180, value => operation.ReferenceLongitude = value)),
        (8, id => ManagedInstance.Integer32(id, () => operation.ReferenceElevation, -100_000, 1_000_000, value => operation.ReferenceElevation = value)),
        (9, id => RsuScalars.Kept(id, 1_000, 1, 2_000_000)));

    private ManagedInstance OutputAddress(ObjectId id)
    {
        var kept = IPAddress.IPv6Any.GetAddressBytes();
        return RsuScalars.Octets(id, () => kept, 16, 16, octets =>
        {
            kept = octets;
            Output(() => output.Address = octets.AsSpan().ContainsAnyExcept((byte)0) ? _columns.ReadAddress(octets) : null);
        });
    }

    private void Output(Action set)
    {
        set();
        output.Interval = Math.Max(1, output.Interval);
        output.Restart();
    }

    private ObjectTree Statistics() => RsuScalars.Tree(
        Rsu41Objects.SystemStatistics,
        (1, id => RsuScalars.Counter(id, () => operation.SecondsUp)),
        (2, id => RsuScalars.Counter(id, () => operation.SecondsTotal + operation.SecondsUp)),
        (3, id => RsuScalars.Time(id, () => operation.Started.ToUtc())),
        (4, id => ManagedInstance.Text(id, () => string.Empty)),
        (5, id => ManagedInstance.Text(id, () => string.Empty)),
        (6, id => RsuScalars.Time(id, () => operation.Started.ToUtc())),
        (7, id => ManagedInstance.Integer32(id, () => 40)));

    private ObjectTree Description() => RsuScalars.Tree(
        Rsu41Objects.SystemDescription,
        (1, id => ManagedInstance.Text(id, () => "RSU 4.1")),
        (2, id => ManagedInstance.Text(id, () => operation.FirmwareVersion)),
        (3, id => RsuScalars.Text(id, () => operation.Location, 140, value => operation.Location = value)),
        (4, id => RsuScalars.Text(id, () => operation.Id, 32, value => operation.Id = value)),
        (5, id => ManagedInstance.Text(id, () => operation.Manufacturer)));

    // Transmit power in percent; where notifications go; when logs are closed (23:59:00 on Sundays) and deleted. None is acted on.
    private static ObjectTree Settings() => RsuScalars.Tree(
        Rsu41Objects.SystemSettings,
        (1, id => RsuScalars.Kept(id, 100, 0, 100)),
        (2, id => RsuScalars.Kept(id, new byte[16], 16, 16)),
        (3, id => RsuScalars.Kept(id, 162, 0, 65535)),
        (4, id => RsuScalars.Kept(id, 7, 1, 7)),
        (5, id => RsuScalars.Kept(id, [23, 59, 0], 3, 3)),
        (6, id => RsuScalars.Kept(id, 7, 1, 7)),
        (7, id => RsuScalars.Kept(id, 30, 0, int.MaxValue)));
}
