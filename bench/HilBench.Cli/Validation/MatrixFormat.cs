namespace HilBench.Cli.Validation;

/// <summary>How the matrix is written.</summary>
internal enum MatrixFormat
{
    /// <summary>A table for people.</summary>
    Text,

    /// <summary>A table for documentation.</summary>
    Markdown,

    /// <summary>One JSON document for machines: the validation record.</summary>
    Json,

    /// <summary>A page of its own.</summary>
    Html,
}
