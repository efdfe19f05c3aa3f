using System.Net;
using System.Text;
using HilBench.Emulators.Snmp;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Rsu;

/// <summary>The objects of NTCIP 1218 beside its tables that can be edited.</summary>
/// <param name="operation">The unit.</param>
/// <param name="quirks">Its personalities.</param>
/// <param name="output">Its position output.</param>
/// <param name="deleteAll">Takes away all messages to store and repeat.</param>
/// <param name="mac">Its radio's MAC address.</param>
internal sealed class Ntcip1218Scalars(RsuOperation operation, RsuQuirks quirks, PositionOutput output, Action deleteAll, byte[] mac)
{
    private const int Degrees90 = 900_000_000;
    private const int Degrees180 = 1_800_000_000;
    private const double MetresOfDegree = 111_195;

    private readonly RsuScalars _scalars = new(operation, quirks);

    /// <summary>All of them.</summary>
    public IManagedObjects[] Build() =>
    [
        Radio(),
        RsuScalars.Tree(Ntcip1218Objects.Gnss, (1, id => ManagedInstance.Integer32(id, () => operation.Satellites)), (2, id => ManagedInstance.Integer32(id, () => 2))),
        Single(Ntcip1218Objects.MessageRepeat.Append(1), id => ManagedInstance.Integer32(id, () => Ntcip1218Tables.Capacity)),
        Single(Ntcip1218Objects.MessageRepeat.Append(3), id => ManagedInstance.Integer32(id, () => 0, 0, 1, value => Ask(value, deleteAll))),
        Single(Ntcip1218Objects.ImmediateForward.Append(1), id => ManagedInstance.Integer32(id, () => Ntcip1218Tables.Capacity)),
        Single(Ntcip1218Objects.ReceivedMessages.Append(1), id => ManagedInstance.Integer32(id, () => Ntcip1218Tables.Capacity)),
        Single(Ntcip1218Objects.TransmittedMessages.Append(1), id => ManagedInstance.Integer32(id, () => Ntcip1218Tables.Capacity)),
        Output(),
        Description(),
        Status(),
    ];

    private static ObjectTree Single(ObjectId root, Func<ObjectId, ManagedInstance> make) => new(root, [make(root.Append(0))]);

    private static void Ask(int value, Action action)
    {
        if (value == 1)
        {
            action();
        }
    }

    // One radio: C-V2X (3), continuous (3), channel 183.
    private ObjectTree Radio()
    {
        var row = Ntcip1218Objects.Radios.Append(1);
        return new ObjectTree(Ntcip1218Objects.Radios,
        [
            RsuScalars.Kept(row.Append(2, 1), Encoding.ASCII.GetBytes("radio stand-in"), 0, 144),
            RsuScalars.Kept(row.Append(3, 1), 1, 0, 1),
            ManagedInstance.Integer32(row.Append(4, 1), () => 3),
            new ManagedInstance(row.Append(5, 1), () => SnmpValue.OctetString(mac)),
            new ManagedInstance(row.Append(6, 1), () => SnmpValue.OctetString(mac)),
            RsuScalars.Kept(row.Append(7, 1), 3, 1, 5),
            RsuScalars.Kept(row.Append(8, 1), 183, 0, 255),
            RsuScalars.Kept(row.Append(9, 1), 183, 0, 255),
            RsuScalars.Kept(row.Append(10, 1), 23, -128, 127),
            RsuScalars.Kept(row.Append(11, 1), 23, -128, 127),
        ]);
    }

    private ObjectTree Output() => RsuScalars.Tree(
        Ntcip1218Objects.GnssOutput,
        (1, id => ManagedInstance.Integer32(id, () => output.Port, 1024, 65535, value => Change(() => output.Port = value))),
        (2, OutputAddress),
        (3, id => RsuScalars.Text(id, () => output.Interface, 100, value => output.Interface = value)),
        (4, id => ManagedInstance.Integer32(id, () => output.Interval, 0, 18_000, value => Change(() => output.Interval = value))),
        (5, _scalars.Position),
        (6, id => ManagedInstance.Integer32(id, () => operation.Latitude)),
        (7, id => ManagedInstance.Integer32(id, () => operation.Longitude)),
        (8, id => ManagedInstance.Integer32(id, () => operation.Elevation)),
        (9, id => RsuScalars.Kept(id, 10, 0, 20_000)),
        (10, id => ManagedInstance.Integer32(id, Deviation)),
        (11, id => ManagedInstance.Integer32(id, () => 15)));

    private ManagedInstance OutputAddress(ObjectId id) =>
        new(id, () => SnmpValue.Text(output.Address?.ToString() ?? string.Empty))
        {
            Check = value => value.Syntax != SnmpSyntax.OctetString ? SnmpError.WrongType
                : value.Octets.Length > 64 ? SnmpError.WrongLength
                : value.Octets.IsEmpty || IPAddress.TryParse(Encoding.ASCII.GetString(value.Octets), out _) ? SnmpError.NoError : SnmpError.WrongValue,
            Write = value => Change(() => output.Address = value.Octets.IsEmpty ? null : IPAddress.Parse(Encoding.ASCII.GetString(value.Octets))),
        };

    private void Change(Action set)
    {
        set();
        output.Restart();
    }

    // Metres from where it is said to stand to where its receiver says it does.
    private int Deviation()
    {
        var north = (operation.Latitude - (long)operation.ReferenceLatitude) / 1e7 * MetresOfDegree;
        var east = (operation.Longitude - (long)operation.ReferenceLongitude) / 1e7 * MetresOfDegree * Math.Cos(operation.Latitude / 1e7 * Math.PI / 180);
        return (int)Math.Min(20_000, Math.Sqrt((north * north) + (east * east)));
    }

    private ObjectTree Description() => RsuScalars.Tree(
        Ntcip1218Objects.SystemDescription,
        (1, id => ManagedInstance.Text(id, () => "NTCIP 1218 v01.35")),
        (2, id => ManagedInstance.Text(id, () => operation.FirmwareVersion)),
        (3, id => RsuScalars.Text(id, () => operation.Location, 140, value => operation.Location = value)),
        (4, id => RsuScalars.Text(id, () => operation.Id, 32, value => operation.Id = value)),
        (5, id => ManagedInstance.Integer32(id, () => operation.ReferenceLatitude, -Degrees90, Degrees90 + 1, value => operation.ReferenceLatitude = value)),
        (6, id => ManagedInstance.Integer32(id, () => operation.ReferenceLongitude, -Degrees180, Degrees180 + 1, value => operation.ReferenceLongitude = value)),
        (7, id => ManagedInstance.Integer32(id, () => operation.ReferenceElevation, -100_000, 1_000_001, value => operation.ReferenceElevation = value)),
        (8, id => RsuScalars.Kept(id, 0, 0, 2001)));

    // Mode status: other 1 while it restarts. Clock: GNSS 3, active 2. Status: okay 2.
    private ObjectTree Status() => RsuScalars.Tree(
        Ntcip1218Objects.SystemStatus,
        (1, _scalars.ChannelStatus),
        (2, id => _scalars.Mode(id, RsuMib.Ntcip1218)),
        (3, id => ManagedInstance.Integer32(id, () => operation.IsRestarting ? 1 : RsuScalars.Code(operation.Mode, RsuMib.Ntcip1218))),
        (4, id => ManagedInstance.Integer32(id, () => 0, 0, 1, value => Ask(value, operation.Restart))),
        (5, id => ManagedInstance.Integer32(id, () => 3)),
        (6, id => ManagedInstance.Integer32(id, () => 2)),
        (7, id => RsuScalars.Kept(id, 0, 0, 3600)),
        (8, id => RsuScalars.Kept(id, 0, 0, 15)),
        (9, id => RsuScalars.Kept(id, 100, 0, 65535)),
        (10, id => ManagedInstance.Integer32(id, () => 2)));
}
