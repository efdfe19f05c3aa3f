using System.Diagnostics;

namespace HilBench.Tests;

/// <summary>A program that a test runs beside itself, and ends by itself. What it prints is kept, a line at a time.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];

    private PeerProcess(Process process) => _process = process;

    /// <summary>The lines printed so far, standard output and errors together.</summary>
    public string[] Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public static PeerProcess Start(string program, params string[] arguments)
    {
        var peer = new PeerProcess(new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
        });
        peer._process.OutputDataReceived += peer.Keep;
        peer._process.ErrorDataReceived += peer.Keep;
        peer._process.Start();
        peer._process.BeginOutputReadLine();
        peer._process.BeginErrorReadLine();
        return peer;
    }

    /// <summary>Debian's Python with a module; the test is skipped with the install line when it is not there.</summary>
    public static string RequirePython(string module, string debianPackage)
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python))
        {
            Peers.Missing("python3 is not installed", $"apt-get install {debianPackage}");
        }

        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", $"import {module}"]) { UseShellExecute = false, RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Peers.Missing($"Python's module {module} is not installed", $"apt-get install {debianPackage}");
        }

        return Python;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.WaitForExit(5000);
        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (_lines)
            {
                _lines.Add(text);
            }
        }
    }
}
