using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HilBench.Wire.Ieee1609;

namespace HilBench.Wire.ImmediateForward;

/// <summary>Reads the text line by line, liberally, and lists what a strict reader would refuse.</summary>
internal sealed class ImmediateForwardReader
{
    // U+FEFF in UTF-8, as Latin-1 shows it.
    private const string ByteOrderMark = "\u00EF\u00BB\u00BF";

    public const string DeliveryFormat = "MM'/'dd'/'yyyy', 'HH':'mm";

    private static readonly string[] Keys =
    [
        "Version", "Type", "PSID", "Priority", "TxMode", "TxChannel", "TxInterval",
        "DeliveryStart", "DeliveryStop", "Signature", "Encryption", "Payload",
    ];

    private static readonly string[] Required = ["Type", "PSID", "Payload"];

    private readonly ImmutableArray<WireError>.Builder _deviations = ImmutableArray.CreateBuilder<WireError>();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _lastKey = -1;
    private int _lineOffset;

    public ImmediateForwardMessage Message { get; private set; } = new() { Type = "", Psid = default, Payload = default };

    public WireError? Read(ReadOnlySpan<byte> text)
    {
        var offset = 0;
        while (offset < text.Length)
        {
            var end = text[offset..].IndexOf((byte)'\n');
            var line = end < 0 ? text[offset..] : text.Slice(offset, end);
            if (ReadLine(line, offset) is { } error)
            {
                return error;
            }

            offset += line.Length + 1;
        }

        foreach (var key in Keys)
        {
            if (!_seen.Contains(key))
            {
                if (Required.Contains(key))
                {
                    return new WireError($"there is no line \"{key}=\", expected RSU 4.1 immediate-forward text", text.Length);
                }

                Deviate($"there is no line \"{key}=\"", text.Length);
            }
        }

        Message = Message with { Deviations = _deviations.ToImmutable() };
        return null;
    }

    private WireError? ReadLine(ReadOnlySpan<byte> octets, int offset)
    {
        _lineOffset = offset;
        var line = Encoding.Latin1.GetString(octets);
        if (line.EndsWith('\r'))
        {
            Deviate("CR before the line feed", offset + line.Length - 1);
        }

        if (offset == 0 && line.StartsWith(ByteOrderMark, StringComparison.Ordinal))
        {
            Deviate("a byte order mark", offset);
            line = line[ByteOrderMark.Length..];
        }

        if (line.Contains('\0', StringComparison.Ordinal))
        {
            Deviate("a NUL octet", offset + line.IndexOf('\0', StringComparison.Ordinal));
            line = line.TrimEnd('\0', '\r');
        }

        line = line.Trim();
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }

        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return new WireError($"line without \"=\", expected one of {string.Join(", ", Keys)}", offset);
        }

        var name = line[..equals].Trim();
        var index = Array.FindIndex(Keys, key => key.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            Deviate($"unknown key \"{Shorten(name)}\"", offset);
            return null;
        }

        var value = line[(equals + 1)..].Trim();
        Lint(line, name, index, offset);
        return ReadValue(Keys[index], value) is { } problem ? new WireError($"{Keys[index]}={Shorten(value)}: {problem}", offset) : null;
    }

    private void Lint(string line, string name, int index, int offset)
    {
        if (name != Keys[index] || line.Contains("= ", StringComparison.Ordinal) || line.Contains(" =", StringComparison.Ordinal))
        {
            Deviate($"written other than \"{Keys[index]}=value\"", offset);
        }

        if (index < _lastKey)
        {
            Deviate($"{Keys[index]} after {Keys[_lastKey]}", offset);
        }

        if (!_seen.Add(Keys[index]))
        {
            Deviate($"a second {Keys[index]}, which replaces the first", offset);
        }

        _lastKey = index;
    }

    private string? ReadValue(string key, string value)
    {
        switch (key)
        {
            case "Version":
                Message = Message with { Version = value };
                return null;
            case "Type":
                Message = Message with { Type = value };
                return value.Length == 0 ? "expected the kind of message, for example SPAT" : null;
            case "PSID":
                return ReadPsid(value);
            case "Priority":
                return ReadNumber(value, 0, 63, "0 to 7", number => Message with { Priority = number });
            case "TxMode":
                return ReadMode(value);
            case "TxChannel":
                return ReadChannel(value);
            case "TxInterval":
                return ReadNumber(value, 0, 65_535, "seconds, 0 for immediate forward", number => Message with { TxIntervalSeconds = number });
            case "DeliveryStart":
                return ReadTime(value, time => Message with { DeliveryStart = time });
            case "DeliveryStop":
                return ReadTime(value, time => Message with { DeliveryStop = time });
            case "Signature":
                return ReadFlag(value, flag => Message with { Signature = flag });
            case "Encryption":
                return ReadFlag(value, flag => Message with { Encryption = flag });
            default:
                return ReadPayload(value);
        }
    }

    private string? ReadPsid(string value)
    {
        if (!TryHex(value.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? value[2..] : value, out var octets) || octets.Length is 0 or > 4)
        {
            return "expected 1 to 4 octets in hexadecimal, p-encoded, for example 0x8002";
        }

        if (!Psid.TryRead(octets, out var psid, out var length) || length != octets.Length)
        {
            // Some configurations pad with zero octets on the left or the right, or give the plain number.
            var stripped = octets.AsSpan().Trim((byte)0);
            if (stripped.IsEmpty || !Psid.TryRead(stripped, out psid, out length) || length != stripped.Length)
            {
                psid = new Psid(octets.Aggregate(0u, (number, octet) => (number << 8) | octet));
            }

            Deviate($"PSID {Shorten(value)} is not p-encoded; taken as {(psid.Value > Psid.Greatest ? "too great" : psid)}", _lineOffset);
        }

        Message = Message with { Psid = psid };
        return psid.Value > Psid.Greatest ? "too great for a PSID" : null;
    }

    private string? ReadMode(string value)
    {
        Message = Message with { TxMode = value.Equals("ALT", StringComparison.OrdinalIgnoreCase) ? TransmissionMode.Alternating : TransmissionMode.Continuous };
        return value.ToUpperInvariant() is "CONT" or "ALT" ? null : "expected CONT or ALT";
    }

    private string? ReadChannel(string value)
    {
        if (value.ToUpperInvariant() is "CCH" or "SCH")
        {
            Message = Message with { TxChannel = value.Equals("CCH", StringComparison.OrdinalIgnoreCase) ? 178 : null };
            return null;
        }

        return ReadNumber(value, 172, 184, "172 to 184, CCH or SCH", number => Message with { TxChannel = number });
    }

    private string? ReadNumber(string value, int least, int greatest, string expected, Func<int, ImmediateForwardMessage> set)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > greatest)
        {
            return $"expected {expected}";
        }

        Message = set(number);
        return null;
    }

    private string? ReadTime(string value, Func<DateTimeOffset?, ImmediateForwardMessage> set)
    {
        if (value.Length == 0)
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (!DateTimeOffset.TryParseExact(value, DeliveryFormat, CultureInfo.InvariantCulture, Utc, out var time))
        {
            return "expected mm/dd/yyyy, hh:mm in UTC";
        }

        Message = set(time);
        return null;
    }

    private string? ReadFlag(string value, Func<bool, ImmediateForwardMessage> set)
    {
        if (!bool.TryParse(value, out var flag))
        {
            return "expected True or False";
        }

        Message = set(flag);
        return null;
    }

    private string? ReadPayload(string value)
    {
        var digits = string.Concat(value.Where(digit => !char.IsWhiteSpace(digit)));
        if (digits.Length != value.Length)
        {
            Deviate("blanks in the payload", _lineOffset);
        }

        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            Deviate("0x before the payload", _lineOffset);
            digits = digits[2..];
        }

        if (digits.Any(char.IsAsciiLetterLower))
        {
            Deviate("lower-case hexadecimal in the payload", _lineOffset);
        }

        if (!TryHex(digits, out var payload) || payload.Length == 0)
        {
            return "expected an even number of hexadecimal digits";
        }

        Message = Message with { Payload = payload };
        return null;
    }

    private static bool TryHex(string digits, out byte[] octets)
    {
        octets = [];
        if (digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        octets = Convert.FromHexString(digits);
        return true;
    }

    private static string Shorten(string text) => text.Length <= 24 ? text : $"{text.AsSpan(0, 24)}…";

    private void Deviate(string message, int offset) => _deviations.Add(new WireError(message, offset));
}
