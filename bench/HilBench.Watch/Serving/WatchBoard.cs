using System.Collections.Immutable;

namespace HilBench.Watch.Serving;

/// <summary>
/// What the page shows now, for any number of watchers. A watcher asks for what is newer than what it has, so nothing is queued for a slow one: it
/// skips what it missed.
/// </summary>
internal sealed class WatchBoard
{
    private readonly Lock _lock = new();
    private volatile Sheet _sheet = new(0, ImmutableDictionary<string, (long, string)>.Empty, false, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>All parts, by name.</summary>
    public IReadOnlyDictionary<string, string> Parts => _sheet.Parts.ToDictionary(pair => pair.Key, pair => pair.Value.Html, StringComparer.Ordinal);

    /// <summary>Shows new parts; those that are the same as before count as unchanged.</summary>
    public void Show(IReadOnlyDictionary<string, string> parts) => Change(sheet =>
    {
        var version = sheet.Version + 1;
        var changed = parts.Where(part => !sheet.Parts.TryGetValue(part.Key, out var before) || before.Html != part.Value).ToArray();
        return changed.Length == 0 ? sheet : sheet with
        {
            Version = version,
            Parts = sheet.Parts.SetItems(changed.Select(part => KeyValuePair.Create(part.Key, (version, part.Value)))),
        };
    });

    /// <summary>Nothing will change any more.</summary>
    public void Close() => Change(sheet => sheet with { Version = sheet.Version + 1, IsClosed = true });

    /// <summary>Waits for what is newer than a version.</summary>
    /// <param name="version">The version that is known; 0 for nothing.</param>
    /// <param name="cancellation">The watcher has gone.</param>
    /// <returns>The version now, the parts that changed, and whether nothing will change any more.</returns>
    public async Task<(long Version, IReadOnlyDictionary<string, string> Parts, bool IsClosed)> NewerAsync(long version, CancellationToken cancellation)
    {
        var sheet = _sheet;
        while (sheet.Version <= version)
        {
            await sheet.Replaced.Task.WaitAsync(cancellation);
            sheet = _sheet;
        }

        return (sheet.Version, sheet.Parts.Where(part => part.Value.Version > version).ToDictionary(part => part.Key, part => part.Value.Html, StringComparer.Ordinal), sheet.IsClosed);
    }

    private void Change(Func<Sheet, Sheet> change)
    {
        TaskCompletionSource replaced;
        lock (_lock)
        {
            var changed = change(_sheet);
            if (ReferenceEquals(changed, _sheet))
            {
                return;
            }

            replaced = _sheet.Replaced;
            _sheet = changed with { Replaced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) };
        }

        replaced.SetResult();
    }

    private sealed record Sheet(long Version, ImmutableDictionary<string, (long Version, string Html)> Parts, bool IsClosed, TaskCompletionSource Replaced);
}
