using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.Etsi;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.Etsi.Release1;
using HilBench.Wire.UpperTester;

namespace HilBench.Emulators.Etsi;

/// <summary>
/// The events that the station tells of, and those that it heard of: DENMs by trigger, update and termination, repeated at their interval while they are
/// valid (ETSI EN 302 637-3 V1.3.1 6.1, 8.2).
/// </summary>
internal sealed class EventBook(EventLoop loop, StationState state, GeoSender sender)
{
    private const int MostEvents = 256;
    private const int MessageId = 1;
    private const int TrafficClass = 1;
    private const int DefaultValidity = 600;
    private const int LongestValidity = 86_400;
    private const int LongestInterval = 10_000;

    // What congestion control lets through at most (TS 102 687 V1.2.1): a shorter interval is refused.
    private const int ShortestRepetition = 20;

    private static readonly int[] Radii = [50, 100, 200, 500, 1000, 5000, 10_000, 20_000];
    private readonly Dictionary<ActionID, ActiveEvent> _own = [];
    private readonly Dictionary<ActionID, ManagementContainer> _heard = [];
    private int _sequence;

    /// <summary>Begins an event where the station is.</summary>
    /// <returns>Its action id; null when it cannot be told of.</returns>
    public ActionID? Trigger(DenmTrigger trigger)
    {
        if (!state.HasPosition(loop.Now) || _own.Count >= MostEvents || !TryReadAlacarte(trigger.Alacarte, out var alacarte)
            || !IsInRange(trigger.ValidityDuration, trigger.RelevanceDistance, trigger.TrafficDirection, trigger.TransmissionInterval, trigger.RepetitionInterval, trigger.InformationQuality))
        {
            return null;
        }

        var action = new ActionID { OriginatingStationID = state.StationId, SequenceNumber = _sequence };
        _sequence = (_sequence + 1) & 0xFFFF;
        var entry = new ActiveEvent(new DecentralizedEnvironmentalNotificationMessage
        {
            Management = new ManagementContainer
            {
                ActionID = action,
                DetectionTime = trigger.DetectionTime,
                ReferenceTime = ItsTime.Of(loop.Now.ToUtc()),
                EventPosition = StationContainers.Position(state),
                RelevanceDistance = (RelevanceDistance)trigger.RelevanceDistance,
                RelevanceTrafficDirection = (RelevanceTrafficDirection?)trigger.TrafficDirection,
                ValidityDuration = trigger.ValidityDuration ?? DefaultValidity,
                TransmissionInterval = trigger.TransmissionInterval,
                StationType = state.StationType,
            },
            Situation = Situation(trigger.InformationQuality, trigger.Cause, trigger.SubCause),
            Location = new LocationContainer { EventPositionHeading = StationContainers.Heading(state), Traces = [StationContainers.Path(state)] },
            Alacarte = alacarte,
        })
        {
            RepetitionInterval = Milliseconds(trigger.RepetitionInterval),
            RepetitionDuration = trigger.RepetitionDuration is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
        _own[action] = entry;
        SendFirst(entry);
        return action;
    }

    /// <summary>Changes an event of this station.</summary>
    /// <returns>Its action id; null when the station does not tell of it, or a value is out of its range.</returns>
    public ActionID? Update(DenmUpdate update)
    {
        var action = new ActionID { OriginatingStationID = update.StationId, SequenceNumber = update.SequenceNumber };
        if (!_own.TryGetValue(action, out var entry) || !state.HasPosition(loop.Now)
            || !IsInRange(update.ValidityDuration, update.RelevanceDistance, update.TrafficDirection, update.TransmissionInterval, update.RepetitionInterval, update.Situation?.InformationQuality))
        {
            return null;
        }

        var before = entry.Message.Management;
        entry.Message = entry.Message with
        {
            Management = before with
            {
                DetectionTime = update.DetectionTime,
                ReferenceTime = Later(before.ReferenceTime),
                EventPosition = StationContainers.Position(state),
                RelevanceDistance = (RelevanceDistance?)update.RelevanceDistance ?? before.RelevanceDistance,
                RelevanceTrafficDirection = (RelevanceTrafficDirection?)update.TrafficDirection ?? before.RelevanceTrafficDirection,
                ValidityDuration = update.ValidityDuration ?? before.ValidityDuration,
                TransmissionInterval = update.TransmissionInterval ?? before.TransmissionInterval,
            },
            Situation = update.Situation is { } situation ? Situation(situation.InformationQuality, situation.Cause, situation.SubCause) : entry.Message.Situation,
        };
        entry.RepetitionInterval = Milliseconds(update.RepetitionInterval) ?? entry.RepetitionInterval;
        SendFirst(entry);
        return action;
    }

    /// <summary>Ends an event: cancels one of this station, negates one of another that it heard of.</summary>
    /// <returns>Whether it knows the event.</returns>
    public bool Terminate(DenmTermination termination)
    {
        var action = new ActionID { OriginatingStationID = termination.StationId, SequenceNumber = termination.SequenceNumber };
        var isOwn = _own.Remove(action, out var entry);
        if (!state.HasPosition(loop.Now) || (entry?.Message.Management ?? _heard.GetValueOrDefault(action)) is not { } management)
        {
            return false;
        }

        entry?.Repetition?.Dispose();
        Send(new DecentralizedEnvironmentalNotificationMessage
        {
            Management = management with
            {
                ReferenceTime = Later(management.ReferenceTime),
                Termination = isOwn ? Termination.IsCancellation : Termination.IsNegation,
                StationType = state.StationType,
            },
        });
        return true;
    }

    /// <summary>Remembers an event of another station.</summary>
    public void Hear(ReadOnlySpan<byte> message)
    {
        try
        {
            var management = UperDecoding.Decode<DENM>(message).Value.Denm.Management;
            if (_heard.Count < MostEvents || _heard.ContainsKey(management.ActionID))
            {
                _heard[management.ActionID] = management;
            }
        }
        catch (Asn1ContentException)
        {
            // What cannot be read tells of no event.
        }
    }

    public void Reset()
    {
        foreach (var entry in _own.Values)
        {
            entry.Repetition?.Dispose();
        }

        _own.Clear();
        _heard.Clear();
    }

    private void SendFirst(ActiveEvent entry)
    {
        entry.Repetition?.Dispose();
        var begin = loop.Now;
        var validity = TimeSpan.FromSeconds(entry.Message.Management.ValidityDuration);
        var end = begin + validity;
        loop.Schedule(end, () => Expire(entry, end));
        Send(entry.Message);
        if (entry.RepetitionInterval is not { } interval)
        {
            return;
        }

        var last = begin + (entry.RepetitionDuration is { } duration && duration < validity ? duration : validity);
        IDisposable? repetition = null;
        repetition = loop.Every(begin + interval, interval, at =>
        {
            if (at >= last)
            {
                repetition!.Dispose();
            }
            else if (state.HasPosition(loop.Now))
            {
                Send(entry.Message);
            }
        });
        entry.Repetition = repetition;
    }

    private void Expire(ActiveEvent entry, Instant end)
    {
        var management = entry.Message.Management;
        if (_own.GetValueOrDefault(management.ActionID) == entry && loop.Now >= end
            && ItsTime.Of(loop.Now.ToUtc()) >= management.ReferenceTime + (1000L * management.ValidityDuration))
        {
            entry.Repetition?.Dispose();
            _own.Remove(management.ActionID);
        }
    }

    private void Send(DecentralizedEnvironmentalNotificationMessage message)
    {
        var octets = new DENM
        {
            Header = new HilBench.Wire.Etsi.Release1.ItsPduHeader { ProtocolVersion = 2, MessageID = MessageId, StationID = state.StationId },
            Denm = message,
        }.Encode();
        var position = message.Management.EventPosition;
        var radius = Radii[(int)(message.Management.RelevanceDistance ?? RelevanceDistance.LessThan1000m)];
        var area = sender.Area(position.Latitude, position.Longitude, radius, 0, 0);
        sender.SendMessage(HeaderTypeValues.GeoBroadcastCircle, area, BtpPortValues.Denm, octets, TrafficClass, GeoSender.DefaultHopLimit);
    }

    /// <summary>The reference time of an update or a termination is later than that of what it changes (EN 302 637-3 V1.3.1 6.1.2).</summary>
    private long Later(long before) => Math.Max(before + 1, ItsTime.Of(loop.Now.ToUtc()));

    private static SituationContainer Situation(int quality, int cause, int subCause) => new()
    {
        InformationQuality = quality,
        EventType = new CauseCode { CauseCodeValue = cause, SubCauseCode = subCause },
    };

    private static TimeSpan? Milliseconds(int? milliseconds) => milliseconds is { } number ? TimeSpan.FromMilliseconds(number) : null;

    private static bool IsInRange(int? validity, int? relevanceDistance, int? trafficDirection, int? transmissionInterval, int? repetition, int? quality) =>
        validity is null or (>= 0 and <= LongestValidity)
        && relevanceDistance is null or (>= 0 and <= 7)
        && trafficDirection is null or (>= 0 and <= 3)
        && transmissionInterval is null or (>= 1 and <= LongestInterval)
        && repetition is null or >= ShortestRepetition
        && quality is null or (>= 0 and <= 7);

    private static bool TryReadAlacarte(OctetString octets, out AlacarteContainer? container)
    {
        container = null;
        if (octets.Length == 0)
        {
            return true;
        }

        try
        {
            var decoded = UperDecoding.Decode<AlacarteContainer>(octets.Span);
            container = decoded.Value;
            return decoded.Violations.Count == 0;
        }
        catch (Asn1ContentException)
        {
            return false;
        }
    }
}
