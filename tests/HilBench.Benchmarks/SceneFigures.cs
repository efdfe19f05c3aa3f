using System.Collections.Immutable;
using System.Globalization;
using HilBench.Geometry;
using HilBench.Links;
using HilBench.Scenarios;
using HilBench.Scene;

namespace HilBench.Benchmarks;

/// <summary>Frames per second of the scene, and how they fall with the number of vehicles.</summary>
internal static class SceneFigures
{
    private static readonly int[] Counts = [10, 50, 100, 200, 500];

    /// <summary>Measures and prints a table.</summary>
    /// <param name="frames">Frames for each row.</param>
    public static void Print(int frames)
    {
        using var renderer = new SceneRenderer(new SceneStyle());
        Console.WriteLine($"scene, 1280 x 800, drawn by {renderer.Software}\n{"vehicles",10}{"ms a frame",14}{"frames/s",12}{"time / 10 vehicles",22}");
        var first = 0.0;
        foreach (var count in Counts)
        {
            var moment = Moment(count);
            renderer.Draw(moment);
            var times = new double[frames];
            for (var frame = 0; frame < frames; frame++)
            {
                var start = TimeProvider.System.GetTimestamp();
                renderer.Draw(moment);
                times[frame] = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
            }

            Array.Sort(times);
            var median = times[frames / 2];
            first = first == 0 ? median : first;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,10}{median,14:F1}{1000 / median,12:F1}{median / first,22:F2}"));
        }
    }

    private static SceneMoment Moment(int count)
    {
        var site = SiteFile.Read(Path.Combine(AppContext.BaseDirectory, "four-leg.yaml"));
        var lanes = site.Lanes.Where(lane => lane.Use == LaneUse.Vehicle).ToArray();
        return new SceneMoment
        {
            At = new Instant(0),
            Elapsed = TimeSpan.Zero,
            Site = site,
            Signals = [.. site.SignalGroups.Select(group => new SceneSignal(group.Group, group.Phase is null, SignalState.Red, "lamps", SignalState.Red, 3, 17))],
            Vehicles = [.. Enumerable.Range(0, count).Select(number => Vehicle(number, lanes[number % lanes.Length], number / lanes.Length))],
            Messages = ImmutableArray<SceneMessage>.Empty,
            Alerts = [],
        };
    }

    private static SceneVehicle Vehicle(int number, Lane lane, int place)
    {
        var way = lane.Path[0].DistanceTo(lane.Path[1]);
        var point = lane.Path[0].Towards(lane.Path[1], (4 + (place * 4.0)) / way);
        var pose = new ScenePose(point, lane.Path[1].HeadingTo(lane.Path[0]), 8);
        var name = string.Create(CultureInfo.InvariantCulture, $"v{number}");
        return new SceneVehicle(name, name, pose, pose with { Place = new LocalPoint(point.East + 2, point.North) }, 2, 4.6, 1.9);
    }
}
