using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HilBench.Wire.Slcan;

namespace HilBench.Wire.VehicleBus;

/// <summary>
/// A vehicle bus described as data: the lines <c>BO_</c> and <c>SG_</c> of a DBC file, the attribute <c>GenMsgCycleTime</c>, and the attribute
/// <c>V2xSignal</c>, which binds a signal to a meaning: <c>BA_ "V2xSignal" SG_ 288 BrakePedal "brake";</c>. Other lines are skipped.
/// </summary>
/// <param name="Messages">The messages, in file order.</param>
public sealed record DbcFile(ImmutableArray<DbcMessage> Messages)
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">The file.</param>
    /// <param name="error">Why it is none; the offset is the line, from 1.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out DbcFile? file, [NotNullWhen(false)] out WireError? error) =>
        new DbcParser().TryParse(text, out file, out error);

    /// <summary>The frames that tell a state: each message that has a bound signal which the state holds; its other bits are zero.</summary>
    public IEnumerable<CanFrame> Encode(VehicleBusState state)
    {
        foreach (var message in Messages)
        {
            var data = new byte[message.Octets];
            var told = false;
            foreach (var signal in message.Signals)
            {
                if (signal.Meaning is { } meaning && state.Value(meaning) is { } value)
                {
                    signal.Write(data, value);
                    told = true;
                }
            }

            if (told)
            {
                yield return new CanFrame(message.Id, data, message.Extended);
            }
        }
    }

    /// <summary>The state with what a frame tells put in; frames that the file does not know, or that are too short, change nothing.</summary>
    public VehicleBusState Decode(CanFrame frame, VehicleBusState state)
    {
        var message = Messages.FirstOrDefault(known => known.Id == frame.Id && known.Extended == frame.Extended);
        if (message is null || frame.Remote || frame.Data.Length < message.Octets)
        {
            return state;
        }

        foreach (var signal in message.Signals)
        {
            if (signal.Meaning is { } meaning)
            {
                state = state.With(meaning, signal.Read(frame.Data.Span));
            }
        }

        return state;
    }
}
