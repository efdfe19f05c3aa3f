namespace HilBench.Wire.Decoding;

/// <summary>Families of V2X messages.</summary>
public enum MessageFamily
{
    /// <summary>SAE J2735: MessageFrame.</summary>
    J2735,

    /// <summary>ETSI ITS: CAM, DENM, SPATEM and others.</summary>
    Etsi,

    /// <summary>T/CSAE 53-2020 and 157-2020.</summary>
    Csae,

    /// <summary>T/CSAE 53-2017.</summary>
    Csae2017,

    /// <summary>T/CSAE 53, the draft of 2019.</summary>
    Csae2019,

    /// <summary>IEEE 1609.3 WSMP and IEEE 1609.2, with what they carry.</summary>
    Ieee1609,

    /// <summary>OmniAir Test Control Interface, version 3, in OER: its default.</summary>
    Tci,

    /// <summary>OmniAir Test Control Interface, version 3, in UPER: its option.</summary>
    TciUper,
}
