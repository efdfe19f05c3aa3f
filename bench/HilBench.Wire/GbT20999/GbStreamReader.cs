using System.Runtime.InteropServices;

namespace HilBench.Wire.GbT20999;

/// <summary>
/// Finds frames in a stream (TCP, RS-232): takes chunks as the carrier cuts them, takes the escapes out, and begins anew at the next 7E after
/// garbage. Holds at most one frame.
/// </summary>
/// <param name="frame">Told of each frame.</param>
/// <param name="dropped">Told of what was given up, with the octets and the reason; the offset counts in what was given up.</param>
public sealed class GbStreamReader(Action<GbFrame> frame, Action<int, WireError>? dropped = null)
{
    private readonly List<byte> _octets = new(64);
    private bool _inFrame;
    private bool _escaped;
    private int _garbage;

    /// <summary>Frames found so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Octets given up so far; escapes are not counted.</summary>
    public long DroppedOctets { get; private set; }

    /// <summary>Takes the next octets of the stream.</summary>
    public void Add(ReadOnlySpan<byte> chunk)
    {
        foreach (var octet in chunk)
        {
            Add(octet);
        }
    }

    private void Add(byte octet)
    {
        if (!_inFrame)
        {
            if (octet == GbFrame.Start)
            {
                EndGarbage();
                Begin();
            }
            else
            {
                _garbage++;
            }
        }
        else if (_escaped)
        {
            _escaped = false;
            Take(octet);
        }
        else if (octet == GbEscape.Mark)
        {
            _escaped = true;
        }
        else if (octet == GbFrame.Start)
        {
            Drop(new WireError("a frame began before the one before it had ended", _octets.Count));
            Begin();
        }
        else if (octet == GbFrame.End)
        {
            _octets.Add(octet);
            Finish();
        }
        else
        {
            Take(octet);
        }
    }

    private void Begin()
    {
        _octets.Clear();
        _octets.Add(GbFrame.Start);
        (_inFrame, _escaped) = (true, false);
    }

    private void Take(byte octet)
    {
        _octets.Add(octet);
        if (_octets.Count >= 3 && _octets.Count >= ((_octets[1] << 8) | _octets[2]) + 4)
        {
            // Where 7D should be is something else: what looked like a start was none, or octets were lost.
            Drop(new WireError($"found 0x{octet:X2}, expected 0x7D after the octets that the length says", _octets.Count - 1));
        }
    }

    private void Finish()
    {
        if (GbFrame.TryParse(CollectionsMarshal.AsSpan(_octets), out var found, out var error))
        {
            _inFrame = false;
            Frames++;
            frame(found);
        }
        else
        {
            Drop(error.Value);
        }
    }

    private void EndGarbage()
    {
        if (_garbage > 0)
        {
            DroppedOctets += _garbage;
            dropped?.Invoke(_garbage, new WireError("octets outside any frame", 0));
            _garbage = 0;
        }
    }

    private void Drop(WireError reason)
    {
        _inFrame = false;
        DroppedOctets += _octets.Count;
        dropped?.Invoke(_octets.Count, reason);
    }
}
