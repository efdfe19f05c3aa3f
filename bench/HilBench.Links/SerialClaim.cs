using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HilBench.Links;

/// <summary>
/// The right to use a serial line alone, held while it is open. The kernel's own exclusion does not bind root, so an advisory lock is taken too,
/// which other programs honour. Trying the line here first tells what is wrong with it by the system's error number, not by a text.
/// </summary>
internal sealed class SerialClaim : IDisposable
{
    private readonly SafeFileHandle _line;

    private SerialClaim(SafeFileHandle line) => _line = line;

    /// <summary>Claims a line.</summary>
    /// <exception cref="LinkException">There is no such line, it may not be opened, it is in use, or it is no serial line.</exception>
    public static SerialClaim Take(string name, string path)
    {
        var line = Terminal.Open(path, Terminal.ReadWrite | Terminal.NoControllingTerminal | Terminal.NonBlocking | Terminal.CloseOnExec);
        if (line.IsInvalid)
        {
            var error = Marshal.GetLastPInvokeError();
            line.Dispose();
            throw new LinkException(OpenFailure(name, path, error));
        }

        if (Terminal.IsTerminal(line) == 0)
        {
            line.Dispose();
            throw new LinkException($"{name}: {path} is no serial line. Give the device's own, for example /dev/ttyUSB0 (ls /dev/serial/by-id).");
        }

        if (Terminal.Lock(line, Terminal.LockExclusive | Terminal.LockOrFail) != 0)
        {
            line.Dispose();
            throw new LinkException(InUse(name, path));
        }

        return new SerialClaim(line);
    }

    public void Dispose() => _line.Dispose();

    private static string InUse(string name, string path) =>
        $"{name}: the serial line {path} is in use by another program. End that program (fuser -v {path}); ModemManager and gpsd take lines by themselves.";

    private static string OpenFailure(string name, string path, int error) => error switch
    {
        Terminal.NoEntry =>
            $"{name}: there is no serial line {path}. Check the plug, and what there is: ls /dev/serial/by-id; that name stays the same when the device is plugged in again.",
        Terminal.NoDevice or Terminal.NoDeviceOrAddress or Terminal.InputOutput =>
            $"{name}: behind {path} is no device. Check the plug and the device's power, and what there is: ls /dev/serial/by-id.",
        Terminal.AccessDenied or Terminal.NotPermitted =>
            $"{name}: this user may not open the serial line {path}. Join the group that owns it: sudo usermod -aG dialout $USER, then log in again.",
        Terminal.Busy => InUse(name, path),
        _ => $"{name}: could not open the serial line {path}: {Marshal.GetPInvokeErrorMessage(error)}.",
    };
}
