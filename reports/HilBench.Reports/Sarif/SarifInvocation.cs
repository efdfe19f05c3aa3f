using System.Text.Json;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Reports.Sarif;

/// <summary>How the run ended: exit code, times, and what the bench says of itself.</summary>
internal static class SarifInvocation
{
    private const int MostNotifications = 200;

    /// <summary>Writes the one invocation.</summary>
    public static void Write(Utf8JsonWriter json, RunRecord runRecord, IReadOnlyList<string> omissions)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", runRecord.Verdict != Verdict.Error && (runRecord.Complete || runRecord.Rig is null));
        json.WriteNumber("exitCode", runRecord.Verdict.ExitCode());
        json.WriteString("exitCodeDescription", Wording.Of(runRecord.Verdict));
        json.WriteString("startTimeUtc", Wording.IsoTime(runRecord.Times.StartedUtc));
        json.WriteString("endTimeUtc", Wording.IsoTime(runRecord.Times.FinishedUtc));
        json.WriteStartArray("toolExecutionNotifications");
        var told = Notifications(runRecord, omissions).ToList();
        foreach (var (level, text) in told.Take(MostNotifications))
        {
            Write(json, level, SarifText.Sentence(text));
        }

        if (told.Count > MostNotifications)
        {
            Write(json, "note", $"{Wording.Number(told.Count - MostNotifications)} more are in run.json.");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static IEnumerable<(string Level, string Text)> Notifications(RunRecord runRecord, IReadOnlyList<string> omissions) =>
    [
        .. omissions.Select(text => ("note", text)),
        .. runRecord.NotReportable.Select(text => ("error", text)),
        .. runRecord.DeviceFaults.Select(fault => ("error", $"{fault.Device}: {fault.Reason}")),
        .. runRecord.Notes.Select(text => ("note", text)),
    ];

    private static void Write(Utf8JsonWriter json, string level, string text)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        json.WriteMessage("message", text);
        json.WriteEndObject();
    }
}
