using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>US-BSM-002: every core data element is present and inside its legal range. SAE J2945/1 6.1.6; ranges of SAE J2735.</summary>
public sealed class BsmCoreDataRange : IRule
{
    private const string Core = "value.coreData.";
    private static readonly Psid BsmPsid = new(0x20);

    private static readonly ImmutableArray<CoreElement> Elements =
    [
        new("msgCnt", core => core.MsgCnt, 0, 127),
        new("secMark", core => core.SecMark, 0, 60_999),
        new("lat", core => core.Lat, -900_000_000, 900_000_001),
        new("long", core => core.Long, -1_799_999_999, 1_800_000_001),
        new("elev", core => core.Elev, -4096, 61_439),
        new("accuracy.semiMajor", core => core.Accuracy.SemiMajor, 0, 255),
        new("accuracy.semiMinor", core => core.Accuracy.SemiMinor, 0, 255),
        new("accuracy.orientation", core => core.Accuracy.Orientation, 0, 65_535),
        new("transmission", core => (int)core.Transmission, 0, 7),
        new("speed", core => core.Speed, 0, 8191),
        new("heading", core => core.Heading, 0, 28_800),
        new("angle", core => core.Angle, -126, 127),
        new("accelSet.long", core => core.AccelSet.Long, -2000, 2001),
        new("accelSet.lat", core => core.AccelSet.Lat, -2000, 2001),
        new("accelSet.vert", core => core.AccelSet.Vert, -127, 127),
        new("accelSet.yaw", core => core.AccelSet.Yaw, -32_767, 32_767),
        new("size.width", core => core.Size.Width, 0, 1023),
        new("size.length", core => core.Size.Length, 0, 4095),
    ];

    private readonly FindingLog _findings = new("bsm-core-data-range");
    private readonly ObuStreams _obus = new();

    /// <inheritdoc/>
    public string Name => "bsm-core-data-range";

    /// <inheritdoc/>
    public string Statement =>
        "Every BSM that an OBU sends decodes, breaks no constraint of SAE J2735, and has each core data element inside the range of the catalogue "
        + "(secMark 0..60999 ms among them).";

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var stream = _obus.Observe(observation, out var message);
        if (stream is not null && message is not null)
        {
            Check(stream.Device, observation, (AirContent)observation.Content, message.CoreData);
        }
        else
        {
            CheckUndecoded(observation);
        }
    }

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd)
    {
        _findings.End();
        if (_obus.Conclude(recordingEnd) is { } reason)
        {
            return FindingLog.NotApplicable(reason);
        }

        return _findings.Conclude(recordingEnd, [new Evidence("BSMs", _obus.Obus.Min(obu => obu.Messages), "BSMs")], []);
    }

    private void Check(string device, Observation observation, AirContent air, BSMcoreData core)
    {
        var violations = air.Frame?.Violations ?? [];
        foreach (var violation in violations)
        {
            _findings.Content(
                device,
                observation,
                $"{violation.Path} breaks a constraint: {violation.Found}",
                violation.Path,
                violation.Rule,
                violation.Found);
        }

        foreach (var element in Elements)
        {
            var value = element.Value(core);
            if ((value < element.Least || value > element.Most) && violations.All(violation => violation.Path != Core + element.Path))
            {
                _findings.Content(
                    device,
                    observation,
                    $"{element.Path} is {value}, outside {element.Least}..{element.Most}",
                    Core + element.Path,
                    $"{element.Least}..{element.Most}",
                    $"{value}");
            }
        }
    }

    private void CheckUndecoded(Observation observation)
    {
        var reason = observation switch
        {
            { Direction: Direction.ToDevice } => null,
            { Content: AirContent { Frame: null } air } when air.Wsmp.Psid == BsmPsid => "its MessageFrame could not be decoded",
            { Content: UndecodedContent undecoded } when TapName.IsAirOf(observation.Tap, "obu") => $"{undecoded.Reason} (octet {undecoded.Offset})",
            _ => null,
        };
        if (reason is not null)
        {
            _findings.Content(TapName.Device(observation.Tap), observation, $"a BSM could not be decoded: {reason}", "value", "a BSM that decodes", reason);
        }
    }

    private sealed record CoreElement(string Path, Func<BSMcoreData, long> Value, long Least, long Most);
}
