using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace HilBench.Benchmarks;

/// <summary>What those who watch cost a run in real time: how late its timers ran with nobody, one and twenty watchers, in turn.</summary>
internal static class WatchFigures
{
    private static readonly int[] Watchers = [0, 1, 20];

    /// <summary>Makes the runs and prints a table.</summary>
    /// <param name="repetitions">Runs with each number of watchers.</param>
    public static async Task PrintAsync(int repetitions)
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-watch-figures-");
        try
        {
            var scenario = Scenario(folder.FullName);
            var figures = Watchers.ToDictionary(count => count, _ => new List<(double P99, double Max, long Timers)>());
            for (var repetition = 0; repetition < repetitions; repetition++)
            {
                foreach (var count in Watchers)
                {
                    figures[count].Add(await RunAsync(scenario, Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{repetition}-{count}")), count));
                }
            }

            Console.WriteLine($"lateness of the timers of a run of 20 s over UDP on loopback, medians of {repetitions} runs\n{"watchers",10}{"timers",10}{"p99, ms",12}{"from",8}{"to",8}{"max, ms",12}{"p99 / none",14}");
            var none = Median(figures[0].Select(run => run.P99));
            foreach (var (count, runs) in figures)
            {
                var p99 = Median(runs.Select(run => run.P99));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{count,10}{Median(runs.Select(run => (double)run.Timers)),10:F0}{p99,12:F3}{runs.Min(run => run.P99),8:F3}{runs.Max(run => run.P99),8:F3}{Median(runs.Select(run => run.Max)),12:F3}{p99 / none,14:F2}"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double P99, double Max, long Timers)> RunAsync(string scenario, string folder, int watchers)
    {
        List<string> args = [Path.Combine(AppContext.BaseDirectory, "HilBench.Cli.dll"), "run", scenario, "--clock", "wall", "--links", "udp", "--format", "json", "--out", folder];
        if (watchers > 0)
        {
            args.Add("--watch");
        }

        using var process = Process.Start(new ProcessStartInfo("dotnet", args) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var gone = new CancellationTokenSource();
        var output = process.StandardOutput.ReadToEndAsync();
        var watching = new List<Task>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            const string Words = "watch it: ";
            if (line.StartsWith(Words, StringComparison.Ordinal))
            {
                var address = new Uri(line[Words.Length..].Trim());
                watching.AddRange(Enumerable.Range(0, watchers).SelectMany(_ => (Task[])[EventsAsync(client, address), ScenesAsync(client, address, gone.Token)]));
            }
        }

        await process.WaitForExitAsync();
        await gone.CancelAsync();
        await Task.WhenAll(watching);
        using var told = JsonDocument.Parse(await output);
        var root = told.RootElement;
        return (root.GetProperty("p99LatenessMilliseconds").GetDouble(), root.GetProperty("maxLatenessMilliseconds").GetDouble(), root.GetProperty("timers").GetInt64());
    }

    private static async Task EventsAsync(HttpClient client, Uri address)
    {
        await using var events = await client.GetStreamAsync(new Uri(address, "events"));
        try
        {
            await events.CopyToAsync(Stream.Null);
        }
        catch (IOException)
        {
            // The run is over, and its server with it.
        }
    }

    private static async Task ScenesAsync(HttpClient client, Uri address, CancellationToken gone)
    {
        try
        {
            for (var number = "0"; !gone.IsCancellationRequested;)
            {
                using var answer = await client.GetAsync(new Uri(address, $"scene?theme=light&after={number}"), gone);
                if (answer.Headers.TryGetValues("Picture-Number", out var now))
                {
                    number = now.Single();
                }
                else if (answer.StatusCode == System.Net.HttpStatusCode.OK)
                {
                    return;
                }
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            // The run is over, and its server with it.
        }
    }

    private static string Scenario(string folder)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "load", "scenarios", "four-leg-short.yaml"))
            .Replace("../sites/four-leg.yaml", Path.Combine(AppContext.BaseDirectory, "four-leg.yaml"), StringComparison.Ordinal)
            .Replace("length: 3 min", "length: 20 s", StringComparison.Ordinal)
            .Replace("enters: 5 s, waits: 5 s, stays: 10 s", "enters: 0 s, waits: 0 s, stays: 1 s", StringComparison.Ordinal)
            .Replace("from: 20 s, for: 30 s", "from: 1 s, for: 15 s", StringComparison.Ordinal)
            .Replace("at: 90 s", "at: 5 s", StringComparison.Ordinal)
            .Replace("at: 100 s", "at: 6 s", StringComparison.Ordinal);
        var path = Path.Combine(folder, "watched.yaml");
        File.WriteAllText(path, text);
        return path;
    }

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
