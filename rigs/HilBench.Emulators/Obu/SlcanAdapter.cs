using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HilBench.Links;
using HilBench.Wire.Slcan;

namespace HilBench.Emulators.Obu;

/// <summary>
/// A CAN adapter that speaks SLCAN (LAWICEL) on a serial line. What the host transmits reaches the emulated bus through <see cref="Received"/>;
/// what is on the bus reaches the host through <see cref="Deliver"/>.
/// </summary>
public sealed class SlcanAdapter
{
    private const string VersionAnswer = "V1013";
    private const string SerialNumberAnswer = "N4242";

    private readonly EventLoop _loop;
    private readonly IStreamPort _line;
    private readonly ImmutableHashSet<string> _personalities;
    private readonly SlcanLines _lines = new();
    private bool _listenOnly;
    private bool _stamps;
    private uint _code;
    private uint _mask = uint.MaxValue;

    /// <summary>Plugs the adapter in; its bus is closed.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="line">Its serial line.</param>
    /// <param name="personalities">Its quirks, by name (<see cref="PersonalityTable"/>).</param>
    public SlcanAdapter(EventLoop loop, IStreamPort line, ImmutableHashSet<string> personalities)
    {
        _loop = loop;
        _line = line;
        _personalities = personalities;
        line.Received = chunk => _lines.Add(chunk.Bytes.Span, (command, bell) => Obey(command.Span, bell));
        line.Closed = reason =>
        {
            IsOpen = false;
            Lost = reason;
        };
    }

    /// <summary>Called on the event loop for each frame that the host transmits.</summary>
    public Action<CanFrame>? Received { get; set; }

    /// <summary>Whether its bus is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Rate that the host has set, bits a second; 0 before.</summary>
    public int BitRate { get; private set; }

    /// <summary>Commands that were answered with BEL.</summary>
    public long Refused { get; private set; }

    /// <summary>Why its line is gone; null while it is not.</summary>
    public string? Lost { get; private set; }

    /// <summary>Hands the host a frame that is on the bus, when the bus is open and the host's filter lets it through.</summary>
    public void Deliver(CanFrame frame)
    {
        if (IsOpen && Passes(frame))
        {
            Write(SlcanText.Encode(frame, _stamps ? (int)(_loop.Now.UnixNanoseconds / 1_000_000 % SlcanText.TimeWraps) : null));
        }
    }

    private void Obey(ReadOnlySpan<byte> command, bool bell)
    {
        if (bell)
        {
            return;
        }

        if (command.Length == 0)
        {
            Accept();
            return;
        }

        switch ((char)command[0])
        {
            case 't' or 'T' or 'r' or 'R':
                Transmit(command);
                break;
            case 'S' when command.Length == 2 && command[1] is >= (byte)'0' and <= (byte)'8' && !IsOpen:
                BitRate = SlcanBitRate.All[command[1] - '0'];
                Accept();
                break;
            case 's' when command.Length is 5 or 7 && !IsOpen && TryHex(command[1..], out _):
                // A host that knows the chip sets its registers itself; which rate that makes is its business.
                Accept();
                break;
            case 'O' or 'L' when command.Length == 1:
                Open(listenOnly: command[0] == 'L');
                break;
            case 'C' when command.Length == 1:
                IsOpen = false;
                Accept();
                break;
            case 'Z' when command.Length == 2 && command[1] is (byte)'0' or (byte)'1':
                _stamps = command[1] == '1';
                Accept();
                break;
            case 'M' when command.Length == 9 && TryHex(command[1..], out var code):
                _code = code;
                Accept();
                break;
            case 'm' when command.Length == 9 && TryHex(command[1..], out var mask):
                _mask = mask;
                Accept();
                break;
            case var query when command.Length == 1 && Answer(query) is { } answer:
                Write(Encoding.ASCII.GetBytes(answer + "\r"));
                break;
            default:
                Refuse();
                break;
        }
    }

    private static string? Answer(char query) => query switch
    {
        'F' => "F00",
        'V' => VersionAnswer,
        'N' => SerialNumberAnswer,
        _ => null,
    };

    private void Open(bool listenOnly)
    {
        // Hosts open twice (python-can does), and adapters differ in what they say to it.
        if (IsOpen && _personalities.Contains(PersonalityTable.SlcanSecondOpenRefused))
        {
            Refuse();
            return;
        }

        (IsOpen, _listenOnly) = (true, listenOnly);
        Accept();
    }

    private void Transmit(ReadOnlySpan<byte> command)
    {
        if (!IsOpen || _listenOnly || !SlcanText.TryParse(command, out var frame, out _, out _))
        {
            Refuse();
            return;
        }

        if (_personalities.Contains(PersonalityTable.SlcanPlainAnswer))
        {
            Accept();
        }
        else if (!_personalities.Contains(PersonalityTable.SlcanSilent))
        {
            Write(frame.Extended ? "Z\r"u8.ToArray() : "z\r"u8.ToArray());
        }

        Received?.Invoke(frame);
    }

    /// <summary>
    /// The acceptance filter of an SJA1000 in single mode: identifiers sit at the top of the 32 bits, and a one in the mask makes a bit not count.
    /// </summary>
    private bool Passes(CanFrame frame)
    {
        var (bits, width) = frame.Extended ? (frame.Id << 3, 29) : (frame.Id << 21, 11);
        return ((bits ^ _code) & ~_mask & (uint.MaxValue << (32 - width))) == 0;
    }

    private void Accept() => Write([SlcanText.Done]);

    private void Refuse()
    {
        Refused++;
        Write([SlcanText.NotDone]);
    }

    private void Write(byte[] octets)
    {
        if (Lost is null)
        {
            _line.Send(octets);
        }
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out uint number) =>
        uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
}
