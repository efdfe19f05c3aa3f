using System.Collections.Immutable;
using System.Net;
using HilBench.Emulators;
using HilBench.Emulators.Hosting;
using HilBench.Wire.Ieee1609;

namespace HilBench.Tests.Emulators.Hosting;

/// <summary>Settings of one emulator of each kind, all on loopback.</summary>
internal static class SampleSettings
{
    /// <summary>A port that nobody listens at: datagrams to it are counted and lost.</summary>
    public static IPEndPoint Discard { get; } = new(IPAddress.Loopback, 9);

    /// <summary>Any free port.</summary>
    public static IPEndPoint Free { get; } = new(IPAddress.Loopback, 0);

    public static EmulatorSettings Controller(IPEndPoint? spat = null, ControlSettings? control = null) => new()
    {
        Name = "asc1",
        SignalController = new SignalControllerSettings(
            [
                new TimingPlan(
                    1,
                    [
                        new PhaseTiming(2, 1, 1, 5, 2, 20, 3, 1, 7, 5, Recall.Min),
                        new PhaseTiming(4, 1, 2, 5, 2, 20, 3, 1, 0, 0, Recall.Max),
                    ]),
            ],
            []),
        Links = Links(("spat", null, spat ?? Discard), ("lamps", null, Discard), ("detectors", Free, null)),
        Control = control,
    };

    public static EmulatorSettings RoadSideUnit(IPEndPoint? air = null, ControlSettings? control = null) => new()
    {
        Name = "rsu1",
        Rsu = new RsuSettings(
            1001,
            [new SignalGroupMapping(1, 2, null), new SignalGroupMapping(2, null, 2)],
            [new ImmediateForwardRow(Psid.IntersectionSafety, 172)],
            [2, 0, 0, 0, 0x10, 1],
            TimeSpan.FromMilliseconds(2.5),
            [],
            7),
        Links = Links(("spat", Free, null), ("ifm", Free, null), ("store", Free, null), ("air", null, air ?? Discard)),
        Control = control,
    };

    public static EmulatorSettings OnBoardUnit(IPEndPoint? air = null, ControlSettings? control = null) => new()
    {
        Name = "obu1",
        Obu = new ObuSettings([2, 0, 0, 0, 0x20, 1], 1.8, 4.5, ["bsm-jitter-20ms"], 7),
        Links = Links(("gnss", Free, null), ("air", null, air ?? Discard)),
        Control = control,
    };

    public static ImmutableSortedDictionary<string, LinkSettings> Links(params (string Kind, IPEndPoint? Local, IPEndPoint? Remote)[] links) =>
        links.ToImmutableSortedDictionary(link => link.Kind, link => new LinkSettings { Local = link.Local, Remote = link.Remote }, StringComparer.Ordinal);
}
