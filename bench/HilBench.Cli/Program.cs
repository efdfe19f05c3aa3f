using HilBench.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
