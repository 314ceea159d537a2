using System.Text;
using ProjectFinance.Cli;

var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var standardOutput = Console.OpenStandardOutput();
var output = new StreamWriter(standardOutput, encoding, bufferSize: 1 << 16);
var error = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };
bool inColour = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
return CommandLine.Run(args, output, error, inColour, Console.IsErrorRedirected ? null : error, Console.OpenStandardInput(), standardOutput);
