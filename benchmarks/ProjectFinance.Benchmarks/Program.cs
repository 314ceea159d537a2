using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ProjectFinance.Benchmarks.Yardstick;

var assembly = typeof(Program).Assembly;
// Some compare with C++, which not everybody has built.
var whatIsThere = new SimpleFilter(benchmark => Ic18Native.IsAvailable || !benchmark.Descriptor.Categories.Contains(Ic18Native.Category));
if (!args.Contains("--smoke"))
{
    // Every report builds the library anew, analyzers and all, which takes minutes on a busy machine.
    BenchmarkSwitcher.FromAssembly(assembly).Run(args, ManualConfig.Create(DefaultConfig.Instance).AddFilter(whatIsThere).WithBuildTimeout(TimeSpan.FromMinutes(15)));
    return 0;
}

if (!assembly.GetTypes().SelectMany(t => t.GetMethods()).Any(m => m.IsDefined(typeof(BenchmarkAttribute), inherit: true)))
{
    Console.WriteLine("No benchmark to try.");
    return 0;
}

// Once each and in this process: shows that every benchmark still runs, and nothing about its speed.
var once = ManualConfig.CreateEmpty()
    .AddFilter(whatIsThere)
    .AddJob(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance))
    .AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance);
var summaries = BenchmarkSwitcher.FromAssembly(assembly).Run(["--filter", "*", .. args.Where(a => a != "--smoke")], once).ToList();
bool allRan = summaries.Count > 0 && summaries.All(s => !s.HasCriticalValidationErrors && !s.Reports.IsEmpty && s.Reports.All(r => r.Success));
Console.WriteLine(allRan ? "Every benchmark ran once." : "A benchmark failed; see above.");
return allRan ? 0 : 1;
