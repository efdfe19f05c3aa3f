namespace HilBench.Emulators.Hosting;

/// <summary>How an emulator ended.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Reason">The cause in words.</param>
/// <param name="Health">What it had done.</param>
public sealed record EmulatorEnd(EndCause Cause, string Reason, EmulatorHealth Health);
