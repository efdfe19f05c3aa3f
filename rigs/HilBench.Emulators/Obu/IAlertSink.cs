using HilBench.Wire.Alerts;

namespace HilBench.Emulators.Obu;

/// <summary>Takes the warnings of an on-board unit and carries them away.</summary>
public interface IAlertSink
{
    /// <summary>Takes a warning. A carrier that is gone loses it; the unit goes on.</summary>
    void Raise(AlertMessage alert);
}
