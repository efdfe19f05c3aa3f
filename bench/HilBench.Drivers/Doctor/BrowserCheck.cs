namespace HilBench.Drivers.Doctor;

/// <summary>Whether there is a browser that prints pages.</summary>
internal sealed class BrowserCheck : IMachineCheck
{
    private const string Name = "Chromium";
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public CheckResult Look(IMachine machine) => Programs.Select(machine.FindProgram).FirstOrDefault(path => path is not null) is { } found
        ? CheckResult.Present(Name, found)
        : CheckResult.Lacking(Name, "neither chromium nor google-chrome is on the path", "reports cannot be printed to PDF; the HTML report is whole", "sudo apt-get install chromium");
}
