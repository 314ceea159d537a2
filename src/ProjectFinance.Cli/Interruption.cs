using System.Runtime.InteropServices;

namespace ProjectFinance.Cli;

/// <summary>Turns Ctrl-C, and a job's notice that it must end, into a cancellation while something long is running.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource source = new();
    readonly PosixSignalRegistration[] signals;

    internal Interruption() => signals = [Listen(PosixSignal.SIGINT), Listen(PosixSignal.SIGTERM)];

    internal CancellationToken Token => source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in signals) signal.Dispose();
        source.Dispose();
    }

    PosixSignalRegistration Listen(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        // A second Ctrl-C ends the program at once.
        context.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    });
}
