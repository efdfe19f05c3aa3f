namespace HilBench.Drivers.Docker;

/// <summary>One bench at a time publishes or reads the emulator program of a checkout; the others wait.</summary>
internal static class PublishTurn
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for the turn; disposing the result gives it up, and so does the end of the process.</summary>
    /// <exception cref="DockerException">Another bench has kept it too long.</exception>
    public static async Task<IDisposable> TakeAsync(string file, Action<string>? progress, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var told = false; ; told = true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException fault) when (fault is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (TimeProvider.System.GetElapsedTime(start) > Patience)
                {
                    throw new DockerException($"Another bench has been publishing the emulator program for {Patience.TotalMinutes:0} minutes: end it, or remove {file} when there is none.", fault);
                }
            }

            if (!told)
            {
                progress?.Invoke("another bench publishes the emulator program: waiting for it");
            }

            await Task.Delay(Again, TimeProvider.System, cancellation);
        }
    }
}
