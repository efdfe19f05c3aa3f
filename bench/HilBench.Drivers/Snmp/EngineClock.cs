using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>What the bench knows of an agent's clock (RFC 3414 2.3).</summary>
internal sealed class EngineClock(EventLoop loop)
{
    private const int WindowSeconds = 150;

    private int _boots;
    private int _time;
    private Instant _at = loop.Now;

    /// <summary>How often the agent started.</summary>
    public int Boots => _boots;

    /// <summary>Seconds since the agent started, as far as they are known.</summary>
    public int Time => (int)Math.Min(_time + (long)(loop.Now - _at).TotalSeconds, int.MaxValue);

    /// <summary>Whether an authentic message has set the clock.</summary>
    public bool IsTrusted { get; private set; }

    /// <summary>Takes what a message says that is not authentic: good for the first request only, whose answer sets the clock.</summary>
    public void Guess(UsmHead head)
    {
        if (!IsTrusted)
        {
            Set(head);
        }
    }

    /// <summary>Takes what an authentic message says, and tells whether the message is in time (RFC 3414 3.2 (7) (b)).</summary>
    public bool Accept(UsmHead head)
    {
        if (!IsTrusted || head.Boots > _boots || (head.Boots == _boots && head.Time > Time))
        {
            Set(head);
            IsTrusted = true;
        }

        return head.Boots != int.MaxValue && head.Boots == _boots && head.Time >= Time - WindowSeconds;
    }

    private void Set(UsmHead head)
    {
        _boots = head.Boots;
        _time = head.Time;
        _at = loop.Now;
    }
}
