using HilBench.Links;
using HilBench.Wire;
using HilBench.Wire.Rsu;

namespace HilBench.Drivers.Rsu;

/// <summary>Takes the messages that a unit forwards to the bench by UDP, in the form that was asked for.</summary>
public sealed class ForwardedMessageReceiver
{
    private readonly ForwardedForm? _form;

    /// <summary>Begins to listen.</summary>
    /// <param name="port">The bench's end of the link, with its tap.</param>
    /// <param name="form">The form that is demanded; null guesses, which is for diagnosis only and never for a verdict.</param>
    public ForwardedMessageReceiver(IDatagramPort port, ForwardedForm? form)
    {
        _form = form;
        port.Received = Receive;
    }

    /// <summary>How many messages came.</summary>
    public long Accepted { get; private set; }

    /// <summary>How many datagrams did not have the form.</summary>
    public long Refused { get; private set; }

    /// <summary>Why the last datagram was refused; null while none was.</summary>
    public WireError? LastError { get; private set; }

    /// <summary>Called on the event loop with each message and when it came.</summary>
    public Action<ForwardedMessage, Stamp>? Received { get; set; }

    private void Receive(Datagram datagram)
    {
        WireError? error = null;
        var message = _form is { } form
            ? ForwardedMessage.TryParse(datagram.Bytes, form, out var read, out error) ? read : null
            : ForwardedMessage.Guess(datagram.Bytes);
        if (message is null)
        {
            Refused++;
            LastError = error ?? new WireError($"{datagram.Bytes.Length} octets that hold no J2735 message in any form", 0);
            return;
        }

        Accepted++;
        Received?.Invoke(message, datagram.At);
    }
}
