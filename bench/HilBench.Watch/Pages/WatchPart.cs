using HilBench.Watch.Following;
using Microsoft.AspNetCore.Components;

namespace HilBench.Watch.Pages;

/// <summary>A part of the page that shows one side of the run's state, and is sent anew when that changes.</summary>
public abstract class WatchPart : ComponentBase
{
    /// <summary>The state of the run.</summary>
    [Parameter, EditorRequired]
    public object State { get; set; } = null!;

    /// <summary>The state of the run.</summary>
    private protected RunState Run => (RunState)State;
}
