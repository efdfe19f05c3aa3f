using System.Diagnostics;
using System.Text.Json.Nodes;

namespace HilBench.Tests.Reports;

/// <summary>The SARIF Multitool of Microsoft, by npm: it knows the rules of the standard and those of GitHub's ingestion, and carries the schema of SARIF 2.1.0.</summary>
internal static class SarifMultitool
{
    private const string Package = "artifacts/peers/node_modules/@microsoft/sarif-multitool-linux";

    /// <summary>The schema that comes with it.</summary>
    public static string Schema => Require("sarif-2.1.0.json");

    /// <summary>Validates logs by the rules of SARIF and of GitHub, and gives errors and warnings: id, and the whole complaint.</summary>
    public static string[] Complaints(params byte[][] logs)
    {
        var program = Require("Sarif.Multitool");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
        }

        var folder = Directory.CreateTempSubdirectory("hilbench-sarif");
        try
        {
            string[] files = [.. logs.Select((_, index) => Path.Combine(folder.FullName, $"{index}.sarif"))];
            foreach (var (file, log) in files.Zip(logs))
            {
                File.WriteAllBytes(file, log);
            }

            var said = Path.Combine(folder.FullName, "said.json");
            var start = new ProcessStartInfo(program, ["validate", .. files, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--kind", "Fail", "--output", said])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };

            // One of its rules asks the network whether the schema's address answers; there is none here.
            (start.Environment["HTTP_PROXY"], start.Environment["HTTPS_PROXY"]) = ("http://127.0.0.1:9", "http://127.0.0.1:9");
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.That(File.Exists(said), $"the validator wrote no log: {output} {errors.GetAwaiter().GetResult()}");
            var run = JsonNode.Parse(File.ReadAllBytes(said))!["runs"]![0]!;
            Assert.That((bool)run["invocations"]![0]!["executionSuccessful"]!, output);
            return [.. run["results"]!.AsArray().Select(result => $"{result!["ruleId"]}: {result.ToJsonString()}")];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Require(string file)
    {
        var path = Repository.PathOf($"{Package}/{file}");
        if (!File.Exists(path))
        {
            Peers.Missing("the SARIF Multitool is not there", "npm install --prefix artifacts/peers @microsoft/sarif-multitool-linux@5.7.0");
        }

        return path;
    }
}
