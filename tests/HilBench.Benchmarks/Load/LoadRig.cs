using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HilBench.Benchmarks.Load;

/// <summary>The emulated rig and its hour of traffic with as many on-board units as wanted, each on the road and at 10 Hz from its first seconds to the end.</summary>
/// <param name="folder">Folder that the files are written to.</param>
/// <param name="units">Number of on-board units, 1 to 200.</param>
/// <param name="defects">Defects of every unit, joined by commas; empty for clean ones.</param>
internal sealed class LoadRig(string folder, int units, string defects)
{
    private static string Source => Path.Combine(AppContext.BaseDirectory, "load");

    /// <summary>The rig file.</summary>
    public string Rig => Path.Combine(folder, "rig.yaml");

    /// <summary>The scenario file.</summary>
    public string Scenario => Path.Combine(folder, "scenarios", "hour.yaml");

    /// <summary>Writes rig, scenario and site.</summary>
    public void Write()
    {
        Directory.CreateDirectory(Path.Combine(folder, "scenarios"));
        Directory.CreateDirectory(Path.Combine(folder, "sites"));
        File.Copy(Path.Combine(Source, "sites", "four-leg.yaml"), Path.Combine(folder, "sites", "four-leg.yaml"));
        var traffic = string.Join('\n', Enumerable.Range(1, units).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"  - {{name: car{number}, device: obu{number}, from: 1, to: 7, enters: {number} s, waits: 20 s, stays: 3600 s, speed: 50 km/h, length: 4.6 m, width: 1.9 m}}")));
        var hour = File.ReadAllText(Path.Combine(Source, "scenarios", "four-leg-hour.yaml"));
        File.WriteAllText(Scenario, Regex.Replace(hour, "^  - {name: car1,.*$", traffic, RegexOptions.Multiline, TimeSpan.FromSeconds(5)));

        var text = File.ReadAllText(Path.Combine(Source, "rig.yaml"));
        var first = text.LastIndexOf("defects: []", StringComparison.Ordinal);
        var rig = new StringBuilder(text[..first]).Append(CultureInfo.InvariantCulture, $"defects: [{defects}]").AppendLine(text[(first + "defects: []".Length)..]);
        foreach (var number in Enumerable.Range(2, units - 1))
        {
            rig.AppendLine(CultureInfo.InvariantCulture, $"  - {{name: obu{number}, kind: obu, driver: emulator, dut: true, defects: [{defects}], mac: 02:00:00:00:20:{number:x2}}}");
        }

        File.WriteAllText(Rig, rig.ToString());
    }
}
