using HilBench.Cli.Progress;
using HilBench.Cli.Rendering;

namespace HilBench.Cli;

/// <summary><c>hilbench render</c></summary>
internal static class RenderCommand
{
    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("render", "Draw the scene of a moment of a recording, or a film of a span: site, lamps, vehicles, claims, messages.")
        {
            Examples =
            [
                ("render artifacts/runs/my-run --at 12.3s", "A picture of one moment: scene.png."),
                ("render my-run --purpose US-CI-013 --finding 1", "The moment of a finding of the run record; of what did not come, when it was due."),
                ("render my-run --from 10s --to 20s --fps 10 --out film.webp", "A film: animated WebP, which browsers play by themselves."),
                ("render field.pcapng --at 2min --view angle --dark --size 1920x1080", "At an angle, on a dark ground, from any capture."),
            ],
            Sections =
            [
                ("Without OpenGL", ["Pictures need libEGL and a driver (a software one is enough): sudo apt-get install libegl1 libgl1 libgl1-mesa-dri. Nothing else does."]),
                ("Exit code", ["0 when it was drawn, 3 when it cannot be: no OpenGL, no such moment, no capture."]),
            ],
        };
        var options = new RenderOptions();
        options.AddTo(command);
        command.SetAction((parse, cancellation) =>
        {
            var drawn = Stages.Run(terminal, ["render"], display =>
            {
                display.Begin();
                return options.Draw(parse, display, cancellation);
            });
            terminal.Output.WriteLine(drawn);
            return Task.FromResult(ExitCodes.Pass);
        });
        return command;
    }
}
