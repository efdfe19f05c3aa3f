namespace HilBench.Reports.Sarif;

/// <summary>The files that results point at, by their place in the list of artifacts.</summary>
internal enum SarifArtifact
{
    /// <summary>The capture.</summary>
    Capture,

    /// <summary><c>findings.csv</c>: a row a finding.</summary>
    Findings,

    /// <summary><c>junit.xml</c>: a test case a purpose.</summary>
    Cases,
}
