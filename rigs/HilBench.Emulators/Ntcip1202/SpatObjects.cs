using System.Buffers.Binary;
using HilBench.Emulators.Snmp;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>The time of the SPaT block (NTCIP 1202 v03 spat) and the object that enables the feed (Econolite).</summary>
internal static class SpatObjects
{
    private const int Enable = 0x01;
    private const int TickMilliseconds = 100;

    public static IEnumerable<ManagedInstance> Of(ControllerUnit unit)
    {
        if (!unit.Has(PersonalityTable.SpatEnableInstanceOne))
        {
            yield return FeedEnable(unit, 0);
        }

        if (!unit.Has(PersonalityTable.SpatEnableInstanceZero))
        {
            yield return FeedEnable(unit, 1);
        }

        if (unit.Has(PersonalityTable.Ntcip1202Version2))
        {
            yield break;
        }

        var options = Enable;
        yield return new ManagedInstance(AscId.Spat.Append(1, 0), () => SnmpValue.OctetString((options & Enable) == 0 ? [] : Timestamp(unit.Clock.Now.TimeOfDay)));
        yield return ManagedInstance.Integer32(AscId.Spat.Append(4, 0), () => options, 0, Enable, bits => options = bits);
        yield return ManagedInstance.Integer32(AscId.Spat.Append(6, 0), () => (int)(Milliseconds(unit) / TickMilliseconds));
        yield return ManagedInstance.Integer32(AscId.Spat.Append(7, 0), () => (int)(Milliseconds(unit) % TickMilliseconds));
    }

    private static long Milliseconds(ControllerUnit unit)
    {
        var time = unit.Clock.Now.TimeOfDay;
        return (((time.Minutes * 60L) + time.Seconds) * 1000) + time.Milliseconds;
    }

    private static byte[] Timestamp(TimeSpan time)
    {
        byte[] octets = [(byte)time.Hours, (byte)time.Minutes, (byte)time.Seconds, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(3), (ushort)time.Milliseconds);
        return octets;
    }

    private static ManagedInstance FeedEnable(ControllerUnit unit, uint instance) =>
        new(AscId.SpatEnable.Append(instance), () => SnmpValue.Integer32((int)unit.Feed))
        {
            Check = value => value.Syntax != SnmpSyntax.Integer32 ? SnmpError.WrongType
                : Enum.IsDefined((FeedForm)value.Number) ? SnmpError.NoError : SnmpError.WrongValue,
            Write = value => unit.Feed = unit.Has(PersonalityTable.ControlIgnored) ? unit.Feed : (FeedForm)value.Number,
        };
}
