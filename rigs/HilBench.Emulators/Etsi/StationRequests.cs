using HilBench.Links;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.Etsi.Release1;
using HilBench.Wire.UpperTester;

namespace HilBench.Emulators.Etsi;

/// <summary>Does what the Upper Tester asks.</summary>
internal sealed class StationRequests(EventLoop loop, StationState state, EventBook events, GeoSender sender, GeoReceiver receiver, StationIdentity identity, CamRules rules)
{
    private readonly bool _mixesUpOffsets = identity.Settings.Personalities.Contains(PersonalityTable.LongitudeMovesLatitude);

    /// <summary>The answer to a request; null for what is no request.</summary>
    public static UpperTesterMessage? Answer(UpperTesterMessage request, bool done, ActionID? action) => request.AnswerType switch
    {
        null => null,
        UpperTesterMessageType.DenmTriggerResult or UpperTesterMessageType.DenmUpdateResult => new DenmResult(
            request.AnswerType!.Value, done, (uint)(action?.OriginatingStationID ?? 0), action?.SequenceNumber ?? 0),
        { } type => new UpperTesterResult(type, done),
    };

    /// <summary>Does a request.</summary>
    /// <returns>The answer; null for what is no request.</returns>
    public UpperTesterMessage? Do(UpperTesterMessage request)
    {
        switch (request)
        {
            case DenmTrigger trigger:
                var begun = events.Trigger(trigger);
                return Answer(request, begun is not null, begun);
            case DenmUpdate update:
                var changed = events.Update(update);
                return Answer(request, changed is not null, changed);
            case DenmTermination termination:
                return Answer(request, events.Terminate(termination), action: null);
            default:
                return Answer(request, Change(request), action: null);
        }
    }

    private bool Change(UpperTesterMessage request)
    {
        switch (request)
        {
            case Initialize:
                state.Reset();
                events.Reset();
                receiver.Reset();
                rules.Reset();
                return true;
            case ChangePosition move:
                state.LatitudeOffset += _mixesUpOffsets ? (long)move.LatitudeChange + move.LongitudeChange : move.LatitudeChange;
                state.LongitudeOffset += _mixesUpOffsets ? 0 : move.LongitudeChange;
                state.AltitudeOffset += move.AltitudeChange;
                return true;
            case PlainMessage { Type: UpperTesterMessageType.ChangePseudonym }:
                identity.Change();
                return true;
            case CamPtActivation activation:
                state.PtActivation = (activation.ActivationType, activation.Data);
                return activation.Data.Length is >= 1 and <= 20 || (state.PtActivation = null) is not null;
            case CamTrigger trigger:
                return CamTriggers.Apply(trigger, state);
            default:
                return state.HasPosition(loop.Now) && Send(request);
        }
    }

    private bool Send(UpperTesterMessage request)
    {
        switch (request)
        {
            case HopTrigger { Type: UpperTesterMessageType.GnSingleHop } hop:
                sender.Send(HeaderTypeValues.SingleHopBroadcast, sender.SingleHop(), NextAfterCommonValues.Any, hop.Payload.Memory, hop.TrafficClass);
                return true;
            case HopTrigger { Hops: >= 1 } hop:
                sender.Send(HeaderTypeValues.MultiHopBroadcast, sender.MultiHop(), NextAfterCommonValues.Any, hop.Payload.Memory, hop.TrafficClass, hop.Hops.Value, Life(hop.LifetimeMilliseconds));
                return true;
            case AreaTrigger { Shape: <= 2 } area:
                var type = (area.Type == UpperTesterMessageType.GnBroadcast ? HeaderTypeValues.GeoBroadcastCircle : HeaderTypeValues.GeoAnycastCircle) + area.Shape;
                var header = sender.Area(area.Latitude, area.Longitude, area.DistanceA, area.DistanceB, area.Angle);
                sender.Send(type, header, NextAfterCommonValues.Any, area.Payload.Memory, area.TrafficClass, GeoSender.DefaultHopLimit, Life(area.LifetimeMilliseconds));
                return true;
            case UnicastTrigger unicast when receiver.Find(unicast.Destination) is { } destination:
                sender.Send(
                    HeaderTypeValues.GeoUnicast,
                    sender.Unicast(destination),
                    NextAfterCommonValues.Any,
                    unicast.Payload.Memory,
                    unicast.TrafficClass,
                    GeoSender.DefaultHopLimit,
                    Life(unicast.LifetimeMilliseconds),
                    destination.Address.MacAddress.Memory);
                return true;
            case BtpTrigger btp:
                var isA = btp.Type == UpperTesterMessageType.BtpA;
                byte[] ports = [(byte)(btp.DestinationPort >> 8), (byte)btp.DestinationPort, (byte)(btp.SecondField >> 8), (byte)btp.SecondField];
                sender.Send(HeaderTypeValues.SingleHopBroadcast, sender.SingleHop(), isA ? NextAfterCommonValues.BtpA : NextAfterCommonValues.BtpB, ports, trafficClass: 3);
                return true;
            default:
                return false;
        }
    }

    private static TimeSpan Life(int? milliseconds) => TimeSpan.FromMilliseconds(milliseconds ?? 0);
}
