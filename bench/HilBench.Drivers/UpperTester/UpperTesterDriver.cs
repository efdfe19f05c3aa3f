using System.Globalization;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire;
using HilBench.Wire.UpperTester;

namespace HilBench.Drivers.UpperTester;

/// <summary>
/// Speaks to a station's Upper Tester: one request at a time, because answers have no number that says what they answer. A request is never repeated:
/// most of them add to what there is.
/// </summary>
public sealed class UpperTesterDriver : IUpperTester
{
    private readonly EventLoop _loop;
    private readonly IDatagramPort _port;
    private readonly UpperTesterProfile _profile;
    private readonly TimeSpan _patience;
    private readonly Turns _turns = new();
    private TaskCompletionSource<UpperTesterMessage>? _answer;
    private UpperTesterMessageType? _expected;
    private string? _unreadable;

    /// <summary>Connects the driver.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="plan">What the rig file says of the device.</param>
    /// <param name="port">The bench's end of the link to the Upper Tester.</param>
    /// <param name="profile">The codes and layouts that the device has.</param>
    /// <param name="patience">How long an answer may take.</param>
    public UpperTesterDriver(EventLoop loop, DevicePlan plan, IDatagramPort port, UpperTesterProfile profile, TimeSpan patience)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(patience, TimeSpan.Zero);
        _loop = loop;
        _port = port;
        _profile = profile;
        _patience = patience;
        Plan = plan;
        port.Received = Receive;
    }

    /// <inheritdoc/>
    public DevicePlan Plan { get; }

    /// <inheritdoc/>
    public Action<ReceptionEvent>? Reported { get; set; }

    /// <summary>What could not be read so far, or answers nothing that was asked: a wrong profile shows here.</summary>
    public int Unexpected { get; private set; }

    /// <inheritdoc/>
    public async Task<UpperTesterMessage> AskAsync(UpperTesterMessage request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.AnswerType is not { } expected)
        {
            throw new ArgumentException($"{request.Name} is no request.", nameof(request));
        }

        var octets = _profile.Encode(request);
        await _turns.TakeAsync(cancellation);
        try
        {
            return Judge(request, await ExchangeAsync(request, expected, octets, cancellation));
        }
        finally
        {
            _expected = null;
            _turns.Pass();
        }
    }

    private async Task<UpperTesterMessage> ExchangeAsync(UpperTesterMessage request, UpperTesterMessageType expected, byte[] octets, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<UpperTesterMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        (_answer, _expected, _unreadable) = (answer, expected, null);
        using var ended = cancellation.Register(() => answer.TrySetCanceled(cancellation));
        using var timeout = _loop.Schedule(_loop.Now + _patience, () => answer.TrySetException(new UpperTesterException(Silence(request))));
        _port.Send(octets);
        return await answer.Task;
    }

    private string Silence(UpperTesterMessage request) => _unreadable is { } unreadable
        ? $"{_port.Name}: no answer to {request.Name} that the profile {_profile.Name} can read; {unreadable}. Take the profile of the device's edition or vendor."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{_port.Name}: no answer to {request.Name} within {_patience.TotalSeconds:0.###} s. Check that the device's Upper Tester is switched on, its address and its port.");

    private UpperTesterMessage Judge(UpperTesterMessage request, UpperTesterMessage answer) => answer switch
    {
        UpperTesterResult { Done: false } or DenmResult { Done: false } => throw new UpperTesterException(
            $"{_port.Name}: {request} was answered with 'not done'. Check that its values are allowed and that the station has what they need: a position, the event, a neighbour."),
        PlainMessage => throw new UpperTesterException(
            $"{_port.Name}: {request.Name} was answered with 'not supported'. Leave out what needs it, or take the profile of the device's edition or vendor; this one is {_profile.Name}."),
        _ => answer,
    };

    private void Receive(Datagram datagram)
    {
        if (!_profile.TryDecode(datagram.Bytes.Span, out var message, out var error))
        {
            Unexpected++;
            _unreadable ??= Excerpt(datagram.Bytes.Span, error.Value);
            return;
        }

        if (message is ReceptionEvent reception)
        {
            Reported?.Invoke(reception);
        }
        else if (_expected is { } expected && (message.Type == expected || message.Type == UpperTesterMessageType.NotSupported))
        {
            _answer?.TrySetResult(message);
        }
        else
        {
            Unexpected++;
            _unreadable ??= $"what came was {message.Name}";
        }
    }

    private static string Excerpt(ReadOnlySpan<byte> octets, WireError error)
    {
        const int Most = 16;
        var dots = octets.Length > Most ? "…" : string.Empty;
        return $"what came was {Convert.ToHexString(octets[..Math.Min(Most, octets.Length)])}{dots}: {error}";
    }
}
