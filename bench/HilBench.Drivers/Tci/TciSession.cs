using System.Globalization;
using HilBench.Links;
using HilBench.Wire.Tci;
using TciException = HilBench.Wire.Tci.Exception;

namespace HilBench.Drivers.Tci;

/// <summary>Requests and answers with one device, one request at a time: an answer has the number of the request's message, but none of its own.</summary>
internal sealed class TciSession
{
    /// <summary>How soon the interface's specification wants an answer.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(50);

    private readonly EventLoop _loop;
    private readonly IDatagramPort _port;
    private readonly TciAgreement _agreement;
    private readonly Turns _turns = new();
    private TaskCompletionSource<TciAnswer>? _answer;
    private int _expected;
    private string? _unusable;

    public TciSession(EventLoop loop, IDatagramPort port, TciAgreement agreement)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(agreement.Patience, TimeSpan.Zero, nameof(agreement));
        _loop = loop;
        _port = port;
        _agreement = agreement;
        port.Received = Receive;
    }

    public Action<Indication>? Indicated { get; set; }

    public int LateAnswers { get; private set; }

    public int Unexpected { get; private set; }

    /// <summary>Asks and waits for the answer with the number of the request.</summary>
    /// <exception cref="TciRequestException">No answer, or one that says that it is not done.</exception>
    public async Task<TciAnswer> AskAsync(string what, int id, Frame frame, CancellationToken cancellation)
    {
        await _turns.TakeAsync(cancellation);
        try
        {
            var asked = _loop.Now;
            var octets = TciMessages.Encode(new TCIMsg { Version = TciMessages.Version, Time = asked.UnixNanoseconds / 1_000_000, Frame = frame }, _agreement.Encoding);
            var answer = await ExchangeAsync(what, id, octets, cancellation);
            LateAnswers += _loop.Now - asked > Deadline ? 1 : 0;
            return answer.Result == ResultCode.RcSuccess
                ? answer
                : throw new TciRequestException($"{_port.Name}: {what} was answered with a failure{Because(answer.Exception)}. Check the values, and what the device can do.");
        }
        finally
        {
            _answer = null;
            _turns.Pass();
        }
    }

    private async Task<TciAnswer> ExchangeAsync(string what, int id, byte[] octets, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<TciAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        (_answer, _expected, _unusable) = (answer, id, null);
        using var ended = cancellation.Register(() => answer.TrySetCanceled(cancellation));
        using var timeout = _loop.Schedule(_loop.Now + _agreement.Patience, () => answer.TrySetException(new TciRequestException(Silence(what))));
        _port.Send(octets);
        return await answer.Task;
    }

    private string Silence(string what) => _unusable is { } unusable
        ? $"{_port.Name}: no answer to {what}; {unusable}. Check that both ends agree on the encoding (here {_agreement.Encoding}) and on version {TciMessages.Version}."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{_port.Name}: no answer to {what} within {_agreement.Patience.TotalSeconds:0.###} s. Check that the device's TCI application runs, its address, and port {TciMessages.Port}.");

    private void Receive(Datagram datagram)
    {
        if (!TciMessages.TryDecode(datagram.Bytes.Span, _agreement.Encoding, out var message, out var error))
        {
            Unexpected++;
            _unusable ??= $"what came is no TCI message: {error}";
        }
        else if (TciAnswer.IndicationOf(message.Frame) is { } indication)
        {
            Indicated?.Invoke(indication);
        }
        else if (TciAnswer.Of(message.Frame) is { } answer && _answer is { } waiting && answer.MessageId == _expected)
        {
            waiting.TrySetResult(answer);
        }
        else
        {
            Unexpected++;
            _unusable ??= TciAnswer.FaultOf(message.Frame) is { } fault ? $"an exception came{Because(fault)}" : "what came answers another request";
        }
    }

    private static string Because(TciException? exception) =>
        exception is null ? string.Empty : $" ({exception.Type}{(exception.Id is { } id ? $", {id}" : string.Empty)}{(exception.Description is { } text ? $": {text}" : string.Empty)})";
}
