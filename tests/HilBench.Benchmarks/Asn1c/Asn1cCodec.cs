using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;

namespace HilBench.Benchmarks.Asn1c;

/// <summary>A codec that Debian's asn1c generates from our modules, built with gcc -O2: a peer that we did not write.</summary>
internal sealed class Asn1cCodec
{
    private readonly string _program;

    private Asn1cCodec(string program) => _program = program;

    /// <summary>The line that installs what building needs; null when it is there.</summary>
    public static string? Missing()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Array.TrueForAll(["asn1c", "gcc"], program => Array.Exists(folders, folder => File.Exists(Path.Combine(folder, program))))
            ? null
            : "apt-get install asn1c gcc libc6-dev";
    }

    /// <summary>Generates and builds a codec.</summary>
    /// <param name="folder">Folder for it; created.</param>
    /// <param name="driver">The C program that drives it.</param>
    /// <param name="type">Top-level type.</param>
    /// <param name="modules">The .asn files.</param>
    /// <exception cref="InvalidOperationException">asn1c or gcc refused, with what they said.</exception>
    public static Asn1cCodec Build(string folder, string driver, string type, IReadOnlyList<string> modules)
    {
        Directory.CreateDirectory(folder);
        Run(folder, "asn1c", ["-gen-PER", "-fcompound-names", .. modules]);
        File.Delete(Path.Combine(folder, "converter-sample.c"));
        File.Copy(driver, Path.Combine(folder, "driver.c"), overwrite: true);
        var sources = Directory.GetFiles(folder, "*.c").Select(source => Path.GetFileName(source)!).Order(StringComparer.Ordinal);
        Run(folder, "gcc", ["-O2", "-w", "-I.", $"-DPDU_HEADER=\"{type}.h\"", $"-DPDU_TYPE={type}", "-o", "codec", .. sources, "-lm"]);
        return new Asn1cCodec(Path.Combine(folder, "codec"));
    }

    /// <summary>Decodes messages, encodes them again and prints them.</summary>
    /// <param name="messages">UPER messages.</param>
    public IReadOnlyList<Asn1cAnswer> Check(IReadOnlyList<byte[]> messages)
    {
        var lines = Ask(["check"], messages);
        return lines.Length == messages.Count
            ? [.. lines.Select(Asn1cAnswer.Parse)]
            : throw new InvalidOperationException($"asn1c's codec ended at message {lines.Length + 1} of {messages.Count}: {Convert.ToHexString(messages[Math.Min(lines.Length, messages.Count - 1)])}");
    }

    /// <summary>Nanoseconds of a decoding, its heap tree freed, and of an encoding.</summary>
    /// <param name="message">A UPER message.</param>
    /// <param name="rounds">Decodings in one figure.</param>
    /// <param name="repetitions">Number of figures.</param>
    public IReadOnlyList<(double Decode, double Encode)> Time(byte[] message, int rounds, int repetitions) =>
    [
        .. Ask(["time", $"{rounds}", $"{repetitions}"], [message])
            .Select(line => line.Split(' '))
            .Select(figures => (double.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture))),
    ];

    private string[] Ask(string[] arguments, IReadOnlyList<byte[]> messages)
    {
        using var process = Process.Start(new ProcessStartInfo(_program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        using (var input = process.StandardInput.BaseStream)
        {
            Span<byte> length = stackalloc byte[4];
            foreach (var message in messages)
            {
                BinaryPrimitives.WriteInt32BigEndian(length, message.Length);
                try
                {
                    input.Write(length);
                    input.Write(message);
                }
                catch (IOException)
                {
                    // The codec has ended; its answers so far say at which message.
                    break;
                }
            }
        }

        var lines = output.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return lines;
    }

    private static void Run(string folder, string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        _ = output.GetAwaiter().GetResult();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors}");
        }
    }
}
