using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HilBench.Wire.VehicleBus;

/// <summary>Reads the lines of a DBC file that describe messages and signals.</summary>
internal sealed partial class DbcParser
{
    private const int MaximumMessages = 4096;
    private const int MaximumSignals = 65_536;
    private const uint ExtendedBit = 0x8000_0000;

    // No message of a bus: where tools keep signals that belong to none.
    private const uint Independent = 0xC000_0000;

    private readonly Dictionary<uint, DbcMessage> _messages = [];
    private readonly List<uint> _order = [];
    private int _signals;
    private uint? _current;

    public bool TryParse(string text, [NotNullWhen(true)] out DbcFile? file, [NotNullWhen(false)] out WireError? error)
    {
        file = null;
        error = null;
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (Read(line.Trim()) is { } fault)
            {
                error = new WireError($"line {number}: {fault}", number);
                return false;
            }
        }

        if (_order.Count == 0)
        {
            error = new WireError("no message: expected lines as 'BO_ 288 Brakes: 8 Gateway' with 'SG_ …' lines below", 1);
            return false;
        }

        file = new DbcFile([.. _order.Select(id => _messages[id])]);
        return true;
    }

    private string? Read(ReadOnlySpan<char> line) =>
        line.StartsWith("BO_ ", StringComparison.Ordinal) ? ReadMessage(line.ToString())
        : line.StartsWith("SG_ ", StringComparison.Ordinal) ? ReadSignal(line.ToString())
        : line.StartsWith("BA_ ", StringComparison.Ordinal) ? ReadAttribute(line.ToString())
        : null;

    private string? ReadMessage(string line)
    {
        var match = Message().Match(line);
        if (!match.Success
            || !uint.TryParse(match.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !int.TryParse(match.Groups["octets"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var octets))
        {
            return $"'{Short(line)}' is no message; expected 'BO_ 288 Brakes: 8 Gateway'";
        }

        _current = id == Independent ? null : id;
        if (_current is null)
        {
            return null;
        }

        var extended = (id & ExtendedBit) != 0;
        var plain = id & ~ExtendedBit;
        if (plain > (extended ? Slcan.CanFrame.MaximumExtendedId : Slcan.CanFrame.MaximumId))
        {
            return $"identifier {id} of {match.Groups["name"].Value} has more than {(extended ? 29 : 11)} bits; extended identifiers have bit 31 set";
        }

        if (octets > Slcan.CanFrame.MaximumOctets)
        {
            return $"{match.Groups["name"].Value} has {octets} octets; a frame of classic CAN has at most 8, CAN FD is not spoken here";
        }

        if (_messages.Count >= MaximumMessages || !_messages.TryAdd(id, new DbcMessage(plain, extended, match.Groups["name"].Value, octets, [])))
        {
            return _messages.Count >= MaximumMessages ? $"more than {MaximumMessages} messages" : $"identifier {id} is there a second time";
        }

        _order.Add(id);
        return null;
    }

    private string? ReadSignal(string line)
    {
        var match = Signal().Match(line);
        if (!match.Success
            || !int.TryParse(match.Groups["start"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(match.Groups["length"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || !TryNumber(match.Groups["factor"].ValueSpan, out var factor)
            || !TryNumber(match.Groups["offset"].ValueSpan, out var offset))
        {
            return $"'{Short(line)}' is no signal; expected 'SG_ Speed : 0|16@1+ (0.01,0) [0|655.35] \"m/s\" Unit'";
        }

        if (_current is not { } id)
        {
            return null;
        }

        var name = match.Groups["name"].Value;
        if (match.Groups["multiplex"].Length > 0)
        {
            return $"{name} is multiplexed, which is not read here; give its message one meaning, or leave it out";
        }

        var signal = new DbcSignal(
            name, start, length, match.Groups["order"].ValueSpan is "0", match.Groups["sign"].ValueSpan is "-", factor, offset, match.Groups["unit"].Value);
        var message = _messages[id];
        if (length is < 1 or > 64 || factor == 0 || !signal.FitsIn(message.Octets))
        {
            return $"{name} has bits {start}|{length} and factor {match.Groups["factor"].Value}; {message.Name} has {8 * message.Octets} bits, a signal 1 to 64, and no factor is 0";
        }

        if (++_signals > MaximumSignals || message.Signals.Any(other => other.Name == name))
        {
            return _signals > MaximumSignals ? $"more than {MaximumSignals} signals" : $"{name} is there a second time in {message.Name}";
        }

        _messages[id] = message with { Signals = message.Signals.Add(signal) };
        return null;
    }

    private string? ReadAttribute(string line) =>
        Binding().Match(line) is { Success: true } binding ? Bind(binding)
        : Cycle().Match(line) is { Success: true } cycle ? SetCycle(cycle)
        : null;

    private string? Bind(Match match)
    {
        var (name, meaning) = (match.Groups["name"].Value, match.Groups["meaning"].Value);
        if (!VehicleSignalNames.TryFind(meaning, out var signal))
        {
            return $"'{Short(meaning)}' means nothing to a unit; V2xSignal is one of {string.Join(", ", VehicleSignalNames.All)}";
        }

        if (!TryFind(match, out var id, out var message) || message.Signals.FirstOrDefault(known => known.Name == name) is not { } bound)
        {
            return $"no signal {name} in a message {match.Groups["id"].Value} above this line";
        }

        _messages[id] = message with { Signals = message.Signals.Replace(bound, bound with { Meaning = signal }) };
        return null;
    }

    private string? SetCycle(Match match)
    {
        if (!TryFind(match, out var id, out var message)
            || !int.TryParse(match.Groups["cycle"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return $"no message {match.Groups["id"].Value} above this line, or its cycle is not a number of milliseconds";
        }

        _messages[id] = message with { Cycle = milliseconds > 0 ? TimeSpan.FromMilliseconds(milliseconds) : null };
        return null;
    }

    private bool TryFind(Match match, out uint id, [NotNullWhen(true)] out DbcMessage? message)
    {
        message = null;
        return uint.TryParse(match.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out id) && _messages.TryGetValue(id, out message);
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static string Short(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");

    [GeneratedRegex(@"^BO_ +(?<id>[0-9]{1,10}) +(?<name>[A-Za-z_][A-Za-z_0-9]*) *: *(?<octets>[0-9]{1,4}) +\S+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Message();

    [GeneratedRegex(
        @"^SG_ +(?<name>[A-Za-z_][A-Za-z_0-9]*)(?<multiplex> +(M|m[0-9]+M?))? *: *(?<start>[0-9]{1,4})\|(?<length>[0-9]{1,4})@(?<order>[01])(?<sign>[+-]) *\( *(?<factor>[^,()]{1,32}) *, *(?<offset>[^,()]{1,32}) *\) *\[[^\[\]]*\] *""(?<unit>[^""]*)"".*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Signal();

    [GeneratedRegex(@"^BA_ +""V2xSignal"" +SG_ +(?<id>[0-9]{1,10}) +(?<name>[A-Za-z_][A-Za-z_0-9]*) +""(?<meaning>[^""]*)"" *;$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Binding();

    [GeneratedRegex(@"^BA_ +""GenMsgCycleTime"" +BO_ +(?<id>[0-9]{1,10}) +(?<cycle>[0-9.]{1,10}) *;$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Cycle();
}
