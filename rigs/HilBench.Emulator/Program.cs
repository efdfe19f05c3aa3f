using HilBench.Emulator;

return EmulatorCommand.Run(args, Console.OpenStandardInput(), Console.Out, Console.Error);
