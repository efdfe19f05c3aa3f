using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>A signal group from one SPaT of its intersection to the next.</summary>
/// <param name="Group">Signal group.</param>
/// <param name="Index">Its place in the SPaT, from 0.</param>
/// <param name="Now">Its first event.</param>
/// <param name="Before">Its first event in the SPaT before; null when there was none, or when too long ago to know what happened between.</param>
/// <param name="Earlier">The SPaT before.</param>
internal sealed record MovementStep(int Group, int Index, MovementEvent Now, MovementEvent? Before, Observation? Earlier);
