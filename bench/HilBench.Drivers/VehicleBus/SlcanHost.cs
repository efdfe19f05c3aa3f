using System.Text;
using HilBench.Links;
using HilBench.Wire.Slcan;

namespace HilBench.Drivers.VehicleBus;

/// <summary>The bench's side of a CAN adapter that speaks SLCAN: opens the bus, sends and receives frames, and keeps account of the answers.</summary>
public sealed class SlcanHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly EventLoop _loop;
    private readonly IStreamPort _line;
    private readonly SlcanLines _lines = new();
    private TaskCompletionSource<string?>? _answer;
    private char? _expected;

    /// <summary>Takes a line to an adapter; nothing is sent before <see cref="OpenAsync"/>.</summary>
    /// <param name="loop">Loop of the line.</param>
    /// <param name="line">The line to the adapter.</param>
    public SlcanHost(EventLoop loop, IStreamPort line)
    {
        _loop = loop;
        _line = line;
        line.Received = chunk => _lines.Add(chunk.Bytes.Span, Take);
        line.Closed = reason =>
        {
            Fault = reason;
            _answer?.TrySetResult(null);
        };
    }

    /// <summary>Called on the event loop for each frame from the bus, with its time in milliseconds when the adapter stamps.</summary>
    public Action<CanFrame, int?>? Received { get; set; }

    /// <summary>The adapter's answer to V, for example <c>V1013</c>; null when it gave none.</summary>
    public string? Version { get; private set; }

    /// <summary>The adapter's answer to N, for example <c>N4242</c>; null when it gave none.</summary>
    public string? SerialNumber { get; private set; }

    /// <summary>Commands and frames that the adapter answered with BEL after it was open.</summary>
    public long Refused { get; private set; }

    /// <summary>Lines of the adapter that are no answer and no frame.</summary>
    public long Garbled { get; private set; }

    /// <summary>Why the adapter can no longer be used; null while it can.</summary>
    public string? Fault { get; private set; }

    /// <summary>Ends what was half said before, closes, sets the rate, opens.</summary>
    /// <param name="bitsPerSecond">Rate of the bus, one of <see cref="SlcanBitRate.All"/>.</param>
    /// <exception cref="LinkException">The adapter does not answer, or refuses.</exception>
    public async Task OpenAsync(int bitsPerSecond = SlcanBitRate.Usual)
    {
        _line.Send("\r\r\r"u8.ToArray());
        await Task.Delay(TimeSpan.FromMilliseconds(50), _loop.Time);

        // Adapters that are closed already may refuse to close: that is no fault.
        await AskAsync("C");
        Version = await AskAsync("V", 'V') is { Length: > 1 } version ? version : null;
        SerialNumber = await AskAsync("N", 'N') is { Length: > 1 } number ? number : null;
        await OrderAsync(SlcanBitRate.Command(bitsPerSecond), $"{bitsPerSecond} bit/s");
        await OrderAsync("O", "to open the bus");
    }

    /// <summary>Puts a frame on the bus.</summary>
    /// <exception cref="LinkException">The line can no longer be used.</exception>
    public void Send(CanFrame frame) => _line.Send(SlcanText.Encode(frame));

    /// <summary>Closes the bus.</summary>
    public void Close()
    {
        if (Fault is null)
        {
            _line.Send("C\r"u8.ToArray());
        }
    }

    private async Task OrderAsync(string command, string what)
    {
        if (await AskAsync(command) is null)
        {
            throw new LinkException(
                $"{_line.Name}: the CAN adapter refuses {what} ({command} was answered with BEL). Check that no other program has it open, unplug it and plug it in again.");
        }
    }

    /// <summary>Sends a command and waits for its answer; null when that is BEL.</summary>
    private async Task<string?> AskAsync(string command, char? expected = null)
    {
        _answer = new TaskCompletionSource<string?>();
        _expected = expected;
        _line.Send(Encoding.ASCII.GetBytes(command + "\r"));
        try
        {
            var answer = await _answer.Task.WaitAsync(Patience, _loop.Time);
            return Fault is null ? answer : throw new LinkException(Fault);
        }
        catch (TimeoutException exception)
        {
            throw new LinkException(
                $"{_line.Name}: the CAN adapter does not answer {command} within {Patience.TotalSeconds:0} s. Check that it speaks SLCAN (LAWICEL) and the line's rate.",
                exception);
        }
        finally
        {
            _answer = null;
        }
    }

    private void Take(ReadOnlyMemory<byte> line, bool bell)
    {
        if (bell)
        {
            Answer(null);
        }
        else if (SlcanText.IsFrame(line.Span))
        {
            if (SlcanText.TryParse(line.Span, out var frame, out var time, out _))
            {
                Received?.Invoke(frame, time);
            }
            else
            {
                Garbled++;
            }
        }
        else if (line.Length == 0 || (char)line.Span[0] is 'z' or 'Z' or 'F' or 'V' or 'N')
        {
            Answer(Encoding.ASCII.GetString(line.Span));
        }
        else
        {
            Garbled++;
        }
    }

    private void Answer(string? text)
    {
        if (_answer is { } waiting)
        {
            // A late answer to an earlier command is not taken for this one's, where the two can be told apart.
            if (text is null || _expected is not { } letter || text.StartsWith(letter))
            {
                waiting.TrySetResult(text);
            }
        }
        else if (text is null)
        {
            Refused++;
        }
    }
}
