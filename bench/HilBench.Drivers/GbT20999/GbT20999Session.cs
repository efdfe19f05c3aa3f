using System.Collections.Immutable;
using System.Globalization;
using HilBench.Links;
using HilBench.Wire;
using HilBench.Wire.GbT20999;

namespace HilBench.Drivers.GbT20999;

/// <summary>
/// The host's end of a conversation with a controller over GB/T 20999, on UDP or on a stream: one request at a time, answers by sequence number,
/// asked again when they do not come. What arrives late or unasked is counted, traps and heartbeats excepted.
/// </summary>
public sealed class GbT20999Session
{
    private readonly EventLoop _loop;
    private readonly GbT20999SessionSettings _settings;
    private readonly Action<byte[]> _send;
    private readonly SortedSet<string> _deviations = new(StringComparer.Ordinal);
    private Task _turn = Task.CompletedTask;
    private TaskCompletionSource<GbFrame>? _answer;
    private GbFrame? _request;
    private WireError? _unreadable;
    private string? _closed;
    private byte _sequence;

    /// <summary>Speaks over UDP.</summary>
    /// <param name="loop">The run's event loop.</param>
    /// <param name="settings">Numbers, timeout, the controller's ways.</param>
    /// <param name="port">The bench's end of the link.</param>
    public GbT20999Session(EventLoop loop, GbT20999SessionSettings settings, IDatagramPort port)
    {
        _loop = loop;
        _settings = settings;
        _send = octets => port.Send(octets);
        port.Received = Receive;
    }

    /// <summary>Speaks over a stream: TCP or a serial line.</summary>
    /// <param name="loop">The run's event loop.</param>
    /// <param name="settings">Numbers, timeout, the controller's ways.</param>
    /// <param name="port">The bench's end of the link.</param>
    public GbT20999Session(EventLoop loop, GbT20999SessionSettings settings, IStreamPort port)
    {
        _loop = loop;
        _settings = settings;
        _send = octets => port.Send(GbEscape.Add(octets));
        var reader = new GbStreamReader(Take, (octets, reason) => NoteUnreadable(octets, reason));
        port.Closed = Close;
        port.Received = chunk => reader.Add(chunk.Bytes.Span);
    }

    /// <summary>Told of each frame that arrives, before it is used.</summary>
    public Action<GbFrame>? Observed { get; set; }

    /// <summary>Told of each alarm and fault that a trap brings.</summary>
    public Action<GbReport>? Reported { get; set; }

    /// <summary>Answers that nobody waited for any more.</summary>
    public long Unasked { get; private set; }

    /// <summary>What could not be read: datagrams, or octets of the stream.</summary>
    public long Unreadable { get; private set; }

    /// <summary>Ways of the controller that differ from the standard and that were put up with, each once.</summary>
    public IReadOnlyCollection<string> Deviations => _deviations;

    /// <summary>Asks for values.</summary>
    /// <returns>The values in the order asked for.</returns>
    /// <exception cref="GbT20999Exception">No usable answer, or the controller does not have a value.</exception>
    public async Task<ImmutableArray<GbObject>> QueryAsync(params ImmutableArray<GbObjectId> ids)
    {
        var answer = await AskAsync(
            GbFrameType.Query, ids.Select(id => (id, ImmutableArray<byte>.Empty)), GbFrameType.QueryReply, GbFrameType.QueryError);
        var values = ids.Select(id => answer.Objects.FirstOrDefault(value => value.Id == id)).OfType<GbObject>().ToImmutableArray();
        return values.Length == ids.Length
            ? values
            : throw new GbT20999Exception(
                $"{_settings.Name}: asked for {string.Join(", ", ids)}, the answer has {Text(answer.Objects)}: check which objects the device has.");
    }

    /// <summary>Asks for one value that is a number.</summary>
    /// <exception cref="GbT20999Exception">No usable answer, the controller does not have the value, or it is no number of 1 to 4 octets.</exception>
    public async Task<uint> QueryNumberAsync(GbObjectId id)
    {
        var value = (await QueryAsync([id]))[0];
        return value.Number ?? throw new GbT20999Exception($"{_settings.Name}: {value} is no number of 1 to 4 octets.");
    }

    /// <summary>Sets values. The controller's word is all that this waits for: what came of it is to be read back.</summary>
    /// <exception cref="GbT20999Exception">No usable answer, or the controller refused.</exception>
    public Task SetAsync(params IEnumerable<(GbObjectId Id, ImmutableArray<byte> Data)> values) =>
        AskAsync(GbFrameType.Set, values, GbFrameType.SetReply, GbFrameType.SetError);

    /// <summary>Asks whether the controller is there.</summary>
    /// <exception cref="GbT20999Exception">It did not answer.</exception>
    public async Task HeartbeatAsync()
    {
        var answer = await AskAsync(GbFrameType.HeartbeatQuery, [], GbFrameType.HeartbeatReply, GbFrameType.VendorHeartbeatReply);
        if (answer.Type == GbFrameType.VendorHeartbeatReply)
        {
            _deviations.Add("heartbeats are answered with type 0x71, not 0x80");
        }
    }

    private async Task<GbFrame> AskAsync(
        GbFrameType type, IEnumerable<(GbObjectId Id, ImmutableArray<byte> Data)> values, GbFrameType reply, GbFrameType other)
    {
        var (before, mine) = (_turn, new TaskCompletionSource());
        _turn = mine.Task;
        await before;
        try
        {
            var request = GbFrame.Of(_settings.Party, ++_sequence, type, values);
            var answer = await AskAsync(request, reply, other);
            return answer.Type is GbFrameType.QueryError or GbFrameType.SetError ? throw Refused(request, answer) : answer;
        }
        finally
        {
            mine.SetResult();
        }
    }

    private async Task<GbFrame> AskAsync(GbFrame request, GbFrameType reply, GbFrameType other)
    {
        var octets = request.Encode();
        _unreadable = null;
        for (var attempt = 0; attempt <= _settings.Retries; attempt++)
        {
            if (_closed is not null)
            {
                break;
            }

            var answer = new TaskCompletionSource<GbFrame>();
            (_request, _answer) = (request, answer);
            using var limit = _loop.Schedule(_loop.Now + _settings.Timeout, () => answer.TrySetCanceled());
            try
            {
                _send(octets);
                var frame = await answer.Task;
                if (frame.Type == reply || frame.Type == other)
                {
                    return frame;
                }

                throw new GbT20999Exception($"{_settings.Name}: {Text(request)} was answered by a frame of type 0x{(byte)frame.Type:X2}, expected 0x{(byte)reply:X2}.");
            }
            catch (OperationCanceledException)
            {
                // Asked again, or told below.
            }
            catch (LinkException exception)
            {
                throw new GbT20999Exception($"{_settings.Name}: {Text(request)} was not sent: {exception.Message}", exception);
            }
            finally
            {
                (_request, _answer) = (null, null);
            }
        }

        throw Silent(request);
    }

    private void Receive(Datagram datagram)
    {
        if (GbFrame.TryParse(datagram.Bytes.Span, out var frame, out var error))
        {
            Take(frame);
        }
        else if (GbEscape.TryRemove(datagram.Bytes.Span, out var plain, out _) && GbFrame.TryParse(plain, out frame, out _))
        {
            _deviations.Add("frames are escaped on UDP too");
            Take(frame);
        }
        else
        {
            NoteUnreadable(1, error.Value);
        }
    }

    private void Take(GbFrame frame)
    {
        Observed?.Invoke(frame);
        if (frame.Party.ControllerId != _settings.Party.ControllerId)
        {
            Unasked++;
        }
        else if (frame.Type == GbFrameType.Trap)
        {
            foreach (var report in GbReport.Read(frame))
            {
                Reported?.Invoke(report);
            }
        }
        else if (frame.Type == GbFrameType.HeartbeatQuery)
        {
            AnswerHeartbeat(frame);
        }
        else if (_answer is { } answer && _request is { } request && Matches(request, frame))
        {
            NoteVersion(frame);
            answer.TrySetResult(frame);
        }
        else
        {
            Unasked++;
        }
    }

    private void AnswerHeartbeat(GbFrame frame)
    {
        try
        {
            _send(new GbFrame { Party = frame.Party, Sequence = frame.Sequence, Type = GbFrameType.HeartbeatReply }.Encode());
        }
        catch (LinkException)
        {
            // The next request of the bench tells that the link is gone.
            Unasked++;
        }
    }

    private bool Matches(GbFrame request, GbFrame frame)
    {
        if (frame.Sequence == request.Sequence)
        {
            return true;
        }

        // 0x10 is asked, 0x20 or 0x21 answers; heartbeats: 0x70, 0x80 or 0x71.
        var answers = (byte)frame.Type - (byte)request.Type is 0x10 or 0x11 or 0x01;
        if (!_settings.AnswersHaveOwnSequence || !answers || !frame.Objects.All(value => request.Objects.Any(asked => asked.Id == value.Id)))
        {
            return false;
        }

        _deviations.Add("answers have sequence numbers of their own");
        return true;
    }

    private void NoteVersion(GbFrame frame)
    {
        if (frame.Party.Version != _settings.Party.Version)
        {
            _deviations.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"asked in version 0x{_settings.Party.Version:X4}, the controller answers in 0x{frame.Party.Version:X4}"));
        }
    }

    private void NoteUnreadable(int count, WireError reason)
    {
        Unreadable += count;
        _unreadable ??= reason;
    }

    private void Close(string reason)
    {
        _closed = reason;
        _answer?.TrySetCanceled();
    }

    private GbT20999Exception Refused(GbFrame request, GbFrame answer)
    {
        var first = answer.Objects.FirstOrDefault();
        GbErrorCode? code = first?.Data is [var octet, ..] ? (GbErrorCode)octet : null;
        var said = code is { } known ? $"{first!.Id}: {(Enum.IsDefined(known) ? known.ToString() : "error")} (0x{(byte)known:X2})" : "without a reason";
        var remedy = code switch
        {
            GbErrorCode.NotThere => " Check the number of the element and which objects the device has.",
            GbErrorCode.ControlFailed => " Check that the controller may be led by the centre now (key switch, mode).",
            _ => "",
        };
        var message = $"{_settings.Name} refused {Text(request)}, {said}.{remedy}";
        return code is { } error ? new GbT20999Exception(message, error) : new GbT20999Exception(message);
    }

    private GbT20999Exception Silent(GbFrame request)
    {
        if (_closed is not null)
        {
            return new GbT20999Exception($"{_settings.Name}: {Text(request)} has no answer: {_closed}");
        }

        var waited = (_settings.Timeout * (_settings.Retries + 1)).TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        var unreadable = _unreadable is { } reason ? $" What came could not be read ({reason})." : "";
        return new GbT20999Exception(
            $"{_settings.Name}: {Text(request)} has no answer after {waited} s and {_settings.Retries + 1} attempts.{unreadable} "
            + $"Check address and port, and that the controller has number {_settings.Party.ControllerId} and intersection {_settings.Party.IntersectionId}.");
    }

    private static string Text(GbFrame frame) => frame.Objects.IsEmpty ? frame.Type.ToString() : $"{frame.Type} of {Text(frame.Objects)}";

    private static string Text(ImmutableArray<GbObject> values) => values.IsEmpty ? "no values" : string.Join(", ", values);
}
