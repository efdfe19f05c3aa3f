using System.Collections.Immutable;
using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.J2735;
using HilBench.Wire.Tscbm;

namespace HilBench.Emulators;

/// <summary>Turns a controller's datagram into a SPaT: states of the mapped signal groups, times as marks of the hour, revision, time stamps.</summary>
internal sealed class SpatBuilder(RsuSettings settings)
{
    /// <summary>Channel of SPaT and MAP in the US.</summary>
    public const byte Channel = 183;

    private const int MessageId = 19;
    private const int TenthsOfHour = 36_000;
    private const int UnknownMark = 36_001;
    private const int ExtraGroup = 250;
    private const int Revisions = 128;

    private readonly bool _frozen = settings.Defects.Contains(DefectTable.RevisionFrozen);
    private readonly bool _dropFifth = settings.Defects.Contains(DefectTable.SpatDropFifth);
    private readonly bool _extraGroup = settings.Defects.Contains(DefectTable.ExtraSignalGroup);
    private byte[] _content = [];
    private int[] _states = [];
    private int _revision;
    private int _sinceDrop;

    /// <summary>PSID of SPaT.</summary>
    public static Psid Psid => Psid.IntersectionSafety;

    /// <summary>The message frame for a datagram; null when there is no signal group to tell of, or a defect swallows it.</summary>
    public byte[]? Build(TscbmMessage message, Instant now)
    {
        var movements = ImmutableArray.CreateBuilder<MovementState>(settings.Groups.Length + 1);
        foreach (var mapping in settings.Groups)
        {
            movements.Add(mapping.Phase is { } phase
                ? Vehicle(message, mapping.Group, phase, now)
                : Pedestrian(message, mapping.Group, mapping.PedPhase ?? 0, now));
        }

        if (_extraGroup)
        {
            movements.Add(Movement(ExtraGroup, MovementPhaseState.StopAndRemain, TscbmBlock.Unknown, TscbmBlock.Unknown, now));
        }

        if (movements.Count == 0)
        {
            return null;
        }

        var states = movements.Select(movement => (int)movement.StateTimeSpeed[0].EventState).ToArray();
        if (Dropped(states))
        {
            return null;
        }

        var intersection = new IntersectionState
        {
            Id = new IntersectionReferenceID { Id = settings.IntersectionId },
            Revision = 0,
            Status = Status(message.IntersectionStatus),
            States = movements.ToImmutable(),
        };
        intersection = intersection with { Revision = Revise(intersection), Moy = MinuteOfYear(now), TimeStamp = MillisecondOfMinute(now) };
        return new MessageFrame
        {
            MessageId = MessageId,
            Value = new SPAT { TimeStamp = MinuteOfYear(now), Intersections = [intersection] },
        }.Encode();
    }

    private static int MinuteOfYear(Instant now)
    {
        var utc = now.ToUtc();
        return (int)((utc - new DateTimeOffset(utc.Year, 1, 1, 0, 0, 0, TimeSpan.Zero)).Ticks / TimeSpan.TicksPerMinute);
    }

    private static int MillisecondOfMinute(Instant now) => (int)(now.UnixNanoseconds / 1_000_000 % 60_000);

    private static int Mark(Instant now, ushort tenths) =>
        tenths == TscbmBlock.Unknown ? UnknownMark : (int)(((now.UnixNanoseconds / 100_000_000) + tenths) % TenthsOfHour);

    private static BitString Status(TscbmStatus status)
    {
        (TscbmStatus Flag, int Bit)[] bits =
        [
            (TscbmStatus.ManualControl, IntersectionStatusObjectBits.ManualControlIsEnabled),
            (TscbmStatus.StopTime, IntersectionStatusObjectBits.StopTimeIsActivated),
            (TscbmStatus.FaultFlash, IntersectionStatusObjectBits.FailureFlash),
            (TscbmStatus.Preempt, IntersectionStatusObjectBits.PreemptIsActive),
            (TscbmStatus.Priority, IntersectionStatusObjectBits.SignalPriorityIsActive),
            (TscbmStatus.Coordinated, IntersectionStatusObjectBits.FixedTimeOperation),
            (TscbmStatus.ProgrammedFlash, IntersectionStatusObjectBits.StandbyOperation),
        ];
        int[] ones = [.. bits.Where(pair => status.HasFlag(pair.Flag)).Select(pair => pair.Bit)];
        return BitString.Of(16, ones.Length > 0 ? ones : [IntersectionStatusObjectBits.TrafficDependentOperation]);
    }

    private static MovementState Vehicle(TscbmMessage message, int group, int phase, Instant now)
    {
        var bit = 1 << (phase - 1);
        var flashing = (message.FlashingPhases & bit) != 0;
        var state = (message.PhaseGreens & bit, message.PhaseYellows & bit, message.PhaseReds & bit) switch
        {
            (not 0, _, _) => MovementPhaseState.ProtectedMovementAllowed,
            (_, not 0, _) => flashing ? MovementPhaseState.CautionConflictingTraffic : MovementPhaseState.ProtectedClearance,
            (_, _, not 0) => flashing ? MovementPhaseState.StopThenProceed : MovementPhaseState.StopAndRemain,
            _ => MovementPhaseState.Dark,
        };
        var block = message.Blocks[phase - 1];
        return Movement(group, state, block.VehMin, block.VehMax, now);
    }

    private static MovementState Pedestrian(TscbmMessage message, int group, int phase, Instant now)
    {
        var bit = 1 << (phase - 1);
        var state = (message.Walks & bit, message.PedClears & bit, message.DontWalks & bit) switch
        {
            (not 0, _, _) => MovementPhaseState.ProtectedMovementAllowed,
            (_, not 0, _) => MovementPhaseState.ProtectedClearance,
            (_, _, not 0) => MovementPhaseState.StopAndRemain,
            _ => MovementPhaseState.Dark,
        };
        var block = message.Blocks[phase - 1];
        return Movement(group, state, block.PedMin, block.PedMax, now);
    }

    private static MovementState Movement(int group, MovementPhaseState state, ushort min, ushort max, Instant now) => new()
    {
        SignalGroup = group,
        StateTimeSpeed =
        [
            new MovementEvent
            {
                EventState = state,
                Timing = new TimeChangeDetails
                {
                    MinEndTime = Mark(now, min),
                    MaxEndTime = max == TscbmBlock.Unknown ? null : Mark(now, max),
                },
            },
        ],
    };

    /// <summary>The revision grows by one exactly when anything but time stamps has changed since the SPaT before.</summary>
    private int Revise(IntersectionState content)
    {
        var octets = content.Encode();
        if (!_frozen && _content.Length > 0 && !octets.AsSpan().SequenceEqual(_content))
        {
            _revision = (_revision + 1) % Revisions;
        }

        _content = octets;
        return _revision;
    }

    private bool Dropped(int[] states)
    {
        var changed = !states.AsSpan().SequenceEqual(_states);
        _states = states;
        if (_dropFifth && ++_sinceDrop >= 5 && !changed)
        {
            _sinceDrop = 0;
            return true;
        }

        return false;
    }
}
