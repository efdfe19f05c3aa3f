using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>US-BSM-006: msgCnt goes up by one and wraps from 127 to 0; the temporary id stays. SAE J2945/1 6.3.6.</summary>
public sealed class BsmMessageCount : IRule
{
    private const string CountField = "value.coreData.msgCnt";
    private const string IdField = "value.coreData.id";
    private const int Modulus = 128;

    private readonly FindingLog _findings = new("bsm-message-count");
    private readonly ObuStreams _obus = new();
    private readonly Dictionary<string, int> _longest = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "bsm-message-count";

    /// <inheritdoc/>
    public string Statement =>
        "From one BSM of an OBU to its next, under one source address, msgCnt goes up by one modulo 128 (127 is followed by 0) and the temporary id "
        + "stays the same: the messages are unsecured, so no certificate changes.";

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var stream = _obus.Observe(observation, out var message);
        if (stream is null || message is null)
        {
            return;
        }

        stream.Consecutive++;
        _longest[stream.Device] = Math.Max(_longest.GetValueOrDefault(stream.Device), stream.Consecutive);
        if (stream.Previous is { } previous)
        {
            Check(stream.Device, previous.Observation, previous.Message.CoreData, observation, message.CoreData);
        }

        stream.Previous = (observation, message);
    }

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd)
    {
        _findings.End();
        if (_obus.Conclude(recordingEnd) is { } reason)
        {
            return FindingLog.NotApplicable(reason);
        }

        var least = _obus.Obus.Min(obu => _longest.GetValueOrDefault(obu.Device));
        return _findings.Conclude(recordingEnd, [new Evidence("consecutive BSMs", least, "BSMs")], []);
    }

    private void Check(string device, Observation earlier, BSMcoreData before, Observation observation, BSMcoreData core)
    {
        var expected = (before.MsgCnt + 1) % Modulus;
        if (core.MsgCnt != expected)
        {
            _findings.Content(
                device,
                observation,
                $"msgCnt goes from {before.MsgCnt} to {core.MsgCnt}, expected {expected}",
                CountField,
                $"{expected}",
                $"{core.MsgCnt}",
                ObservationRef.To(earlier));
        }

        if (core.Id != before.Id)
        {
            _findings.Content(
                device,
                observation,
                $"the temporary id changes from {before.Id} to {core.Id} with no certificate change",
                IdField,
                $"{before.Id}",
                $"{core.Id}",
                ObservationRef.To(earlier));
        }
    }
}
