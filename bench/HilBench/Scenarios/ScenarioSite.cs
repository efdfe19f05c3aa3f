using HilBench.Inputs;

namespace HilBench.Scenarios;

/// <summary>The site that a scenario names: a site file of ours, or a MAP message.</summary>
/// <param name="Site">The site; one without lanes when it could not be read.</param>
/// <param name="File">The file it was read from.</param>
internal sealed record ScenarioSite(Site Site, string File)
{
    private static readonly Site Nowhere = new()
    {
        Name = string.Empty,
        Intersection = 0,
        Reference = default,
        Lanes = [],
        Connections = [],
        SignalGroups = [],
    };

    /// <summary>Reads what the scenario's <c>site</c> key names.</summary>
    public static ScenarioSite Read(InputFile scenario, Fields top)
    {
        if (!top.Has("site"))
        {
            return new ScenarioSite(Nowhere, string.Empty);
        }

        var file = Path.Combine(scenario.Folder, top.Text("site"));
        return new ScenarioSite(SiteFile.Read(file), file);
    }
}
