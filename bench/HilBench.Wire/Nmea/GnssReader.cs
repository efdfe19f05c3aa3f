namespace HilBench.Wire.Nmea;

/// <summary>
/// Reads fixes from a receiver's stream: one fix for each moment of which both RMC and GGA came, in either order. Other sentences are let pass;
/// GST is kept. What is broken is counted, not thrown.
/// </summary>
/// <param name="taken">Called for each fix, in order.</param>
public sealed class GnssReader(Action<GnssFix> taken)
{
    private readonly NmeaLines _lines = new();
    private RmcSentence? _rmc;
    private GgaSentence? _gga;

    /// <summary>Talker whose sentences are taken, for example <c>GP</c>; null takes all.</summary>
    public string? Talker { get; init; }

    /// <summary>Whether an RMC without mode letter is refused.</summary>
    public bool NeedsModeLetter { get; init; }

    /// <summary>How far the position may be off, as last said; null while nothing was.</summary>
    public GstSentence? Deviation { get; private set; }

    /// <summary>RMC, GGA and GST sentences that were refused: checksum, a field that is none, or not what this reader takes.</summary>
    public long Refused { get; private set; }

    /// <summary>Octets that belonged to no whole sentence.</summary>
    public long Discarded => _lines.Discarded;

    /// <summary>Why the last sentence was refused; null while none was.</summary>
    public string? LastRefusal { get; private set; }

    /// <summary>Takes a chunk as the carrier cut it.</summary>
    public void Add(ReadOnlySpan<byte> chunk) => _lines.Add(chunk, Take);

    private void Take(ReadOnlyMemory<byte> sentence)
    {
        var text = sentence.Span;
        if (text.Length < 7)
        {
            return;
        }

        if (text[3..6].SequenceEqual("RMC"u8))
        {
            TakeRmc(text);
        }
        else if (text[3..6].SequenceEqual("GGA"u8))
        {
            TakeGga(text);
        }
        else if (text[3..6].SequenceEqual("GST"u8))
        {
            if (GstSentence.TryParse(text, out var gst, out var error))
            {
                Deviation = gst;
            }
            else
            {
                Refuse(error.Value.Message);
            }
        }
    }

    private void TakeRmc(ReadOnlySpan<byte> text)
    {
        if (!RmcSentence.TryParse(text, out var rmc, out var error))
        {
            Refuse(error.Value.Message);
        }
        else if (IsForeign(text))
        {
            Refuse($"RMC of another talker than {Talker}");
        }
        else if (NeedsModeLetter && rmc.Mode is null)
        {
            Refuse("RMC without mode letter (NMEA 0183 before 2.3)");
        }
        else
        {
            _rmc = rmc;
            Join();
        }
    }

    private void TakeGga(ReadOnlySpan<byte> text)
    {
        if (!GgaSentence.TryParse(text, out var gga, out var error))
        {
            Refuse(error.Value.Message);
        }
        else if (IsForeign(text))
        {
            Refuse($"GGA of another talker than {Talker}");
        }
        else
        {
            _gga = gga;
            Join();
        }
    }

    private bool IsForeign(ReadOnlySpan<byte> text) => Talker is { } talker && (text[1] != talker[0] || text[2] != talker[1]);

    private void Refuse(string why)
    {
        Refused++;
        LastRefusal = why;
    }

    private void Join()
    {
        if (_rmc is null || _gga is null || _rmc.Utc.TimeOfDay != _gga.TimeOfDay)
        {
            return;
        }

        var fix = new GnssFix(
            _rmc.Utc,
            _rmc.Latitude,
            _rmc.Longitude,
            _gga.AltitudeMetres,
            _gga.GeoidSeparationMetres,
            _rmc.SpeedMetresPerSecond,
            _rmc.CourseDegrees,
            _rmc.Valid ? _gga.Quality : 0);
        (_rmc, _gga) = (null, null);
        taken(fix);
    }
}
