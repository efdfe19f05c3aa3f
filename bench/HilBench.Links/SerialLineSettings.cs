using System.Globalization;

namespace HilBench.Links;

/// <summary>How a serial line is opened. Characters are 8N1: a start bit, eight data bits, no parity, a stop bit; there is no flow control.</summary>
/// <param name="Path">Its device file, for example <c>/dev/ttyUSB0</c>; on Windows its name, for example <c>COM3</c>.</param>
/// <param name="Baud">Bits a second, 300 to 4000000.</param>
public sealed record SerialLineSettings(string Path, int Baud = SerialLineSettings.UsualBaud)
{
    /// <summary>The rate that is taken when none is given: 115200 bits a second.</summary>
    public const int UsualBaud = 115_200;

    private const int BitsPerOctet = 10;

    /// <summary>Whether to switch DTR on. Off unless asked: many devices reset on it, and pseudo-terminals have none.</summary>
    public bool DataTerminalReady { get; init; }

    /// <summary>Whether to switch RTS on. Off unless asked: pseudo-terminals have none.</summary>
    public bool RequestToSend { get; init; }

    /// <summary>Octets that the line carries in a second.</summary>
    public int OctetsPerSecond => Baud / BitsPerOctet;

    /// <summary>How long the line needs for some octets.</summary>
    public TimeSpan TimeFor(int octets) => TimeSpan.FromTicks(octets * BitsPerOctet * TimeSpan.TicksPerSecond / Baud);

    /// <summary>Makes sure before the run that the line carries a stream that is wanted to flow all the time.</summary>
    /// <param name="name">Name of the link, for the message.</param>
    /// <param name="octetsPerSecond">What the stream needs.</param>
    /// <exception cref="LinkException">The line is too slow; the message names a rate that is enough.</exception>
    public void RequireCapacity(string name, int octetsPerSecond)
    {
        if (octetsPerSecond > OctetsPerSecond)
        {
            throw new LinkException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {Path} at {Baud} baud carries {OctetsPerSecond} octets a second, {octetsPerSecond} are needed. {Remedy(octetsPerSecond)}"));
        }
    }

    internal static string Remedy(int octetsPerSecond)
    {
        ReadOnlySpan<int> usual = [9600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600];
        foreach (var baud in usual)
        {
            if (baud / BitsPerOctet >= octetsPerSecond)
            {
                return string.Create(CultureInfo.InvariantCulture, $"Set the device and the rig file to {baud} baud or more, or send less.");
            }
        }

        return "No usual rate is enough: send less.";
    }
}
