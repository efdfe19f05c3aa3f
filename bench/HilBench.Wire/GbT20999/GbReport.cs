using System.Collections.Immutable;

namespace HilBench.Wire.GbT20999;

/// <summary>An alarm (class 15) or a fault (class 16) that a controller tells of by a trap.</summary>
/// <param name="IsFault">Whether it is a fault.</param>
/// <param name="Element">Its element in the controller's table, from 1.</param>
/// <param name="Number">Its number; null when the trap does not tell it.</param>
/// <param name="Kind">Its kind; null when the trap does not tell it.</param>
/// <param name="Detail">An alarm's value, or what the controller did about a fault; null when the trap does not tell it.</param>
/// <param name="Time">When; null when the trap does not tell it, or tells no time.</param>
public sealed record GbReport(bool IsFault, byte Element, uint? Number, byte? Kind, byte? Detail, DateTimeOffset? Time)
{
    private const byte AlarmClass = 15;
    private const byte FaultClass = 16;

    /// <summary>What a trap reports, in the order of its values.</summary>
    public static ImmutableArray<GbReport> Read(GbFrame trap) =>
    [
        .. trap.Objects
            .Where(value => value.Id is { Class: AlarmClass or FaultClass, Item: 2 })
            .GroupBy(value => (value.Id.Class, value.Id.Element))
            .Select(group => new GbReport(
                group.Key.Class == FaultClass,
                group.Key.Element,
                Find(group, 1)?.Number,
                Octet(Find(group, 2)),
                Octet(Find(group, group.Key.Class == FaultClass ? 4 : 3)),
                Find(group, group.Key.Class == FaultClass ? 3 : 4) is { } time ? GbTime.Read(time.Data.AsSpan()) : null)),
    ];

    /// <summary>The values of a trap that tells it.</summary>
    public IEnumerable<(GbObjectId Id, ImmutableArray<byte> Data)> Values()
    {
        var type = IsFault ? FaultClass : AlarmClass;
        var number = Number ?? 0;
        yield return (new GbObjectId(type, 2, 1, Element), [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
        yield return (new GbObjectId(type, 2, 2, Element), [Kind ?? 0]);
        if (IsFault)
        {
            yield return (new GbObjectId(type, 2, 3, Element), GbTime.Write(Time ?? default));
            yield return (new GbObjectId(type, 2, 4, Element), [Detail ?? 0]);
        }
        else
        {
            yield return (new GbObjectId(type, 2, 3, Element), [Detail ?? 0]);
            yield return (new GbObjectId(type, 2, 4, Element), GbTime.Write(Time ?? default));
        }
    }

    private static GbObject? Find(IEnumerable<GbObject> values, int attribute) => values.FirstOrDefault(value => value.Id.Attribute == attribute);

    private static byte? Octet(GbObject? value) => value?.Data is [var octet] ? octet : null;
}
