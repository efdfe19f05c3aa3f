namespace HilBench.Cli;

/// <summary>Who reads standard output.</summary>
internal enum OutputFormat
{
    /// <summary>A person.</summary>
    Text,

    /// <summary>A machine: exactly one JSON document.</summary>
    Json,
}
