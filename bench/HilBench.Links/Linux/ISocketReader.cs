namespace HilBench.Links.Linux;

/// <summary>Takes what <see cref="SocketReceiver"/> received for a socket. Called on its thread, never after the socket was removed.</summary>
internal interface ISocketReader
{
    /// <summary>Messages arrived.</summary>
    /// <param name="batch">Where they are; only during the call.</param>
    /// <param name="count">How many.</param>
    /// <param name="clock">Turns their kernel stamps into the loop's time; read after they were taken.</param>
    void Arrived(ReceiveBatch batch, int count, KernelClock clock);

    /// <summary>The socket told an error in place of a message.</summary>
    /// <param name="error">The system's error number.</param>
    /// <returns>Whether receiving goes on.</returns>
    bool Failed(int error);
}
