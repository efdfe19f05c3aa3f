using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Alerts;

namespace HilBench.Drivers;

/// <summary>Hears the alerts of an on-board unit: lines of JSON on a stream, one alert a datagram, or one a message of a broker.</summary>
public sealed class AlertListener : IAlertOutput, IDeviceWatch
{
    private readonly AlertLines _lines = new();

    private AlertListener(OnBoardUnitPlan plan) => Plan = plan;

    /// <summary>Listens on a stream.</summary>
    /// <param name="plan">What the rig file says of the unit.</param>
    /// <param name="stream">The bench's end.</param>
    public AlertListener(OnBoardUnitPlan plan, IStreamPort stream)
        : this(plan)
    {
        stream.Received = chunk => _lines.Add(chunk.Bytes.Span, Hear);
        stream.Closed = reason => Fault = reason;
    }

    /// <summary>Listens for datagrams; one may hold several lines.</summary>
    /// <param name="plan">What the rig file says of the unit.</param>
    /// <param name="port">The bench's end.</param>
    public AlertListener(OnBoardUnitPlan plan, IDatagramPort port)
        : this(plan) => port.Received = datagram => new AlertLines().Add([.. datagram.Bytes.Span, (byte)'\n'], Hear);

    /// <summary>Listens on a broker; a message may hold several lines.</summary>
    /// <param name="plan">What the rig file says of the unit.</param>
    /// <param name="bus">The bench's end.</param>
    /// <param name="topic">Topic, or filter, of the unit's alerts.</param>
    public AlertListener(OnBoardUnitPlan plan, IMessageBus bus, string topic)
        : this(plan)
    {
        bus.Subscribe(topic);
        bus.Received = message =>
        {
            if (TopicFilter.Matches(topic, message.Topic))
            {
                new AlertLines().Add([.. message.Payload.Span, (byte)'\n'], Hear);
            }
        };
        bus.ConnectionChanged = reason => Fault ??= reason;
    }

    /// <inheritdoc/>
    public DevicePlan Plan { get; }

    /// <inheritdoc/>
    public Action<AlertMessage>? Alerted { get; set; }

    string IDeviceWatch.Device => Plan.Name;

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <summary>Lines that were no alerts.</summary>
    public long Refused { get; private set; }

    /// <summary>Why the last refused line is no alert; null while all were.</summary>
    public string? LastRefusal { get; private set; }

    private void Hear(ReadOnlyMemory<byte> line)
    {
        if (AlertMessage.TryParse(line.Span, out var alert, out var error))
        {
            Alerted?.Invoke(alert);
        }
        else
        {
            Refused++;
            LastRefusal = $"{Plan.Name}.alerts: {error}";
        }
    }
}
