#:project ../src/ProjectFinance.Excel/ProjectFinance.Excel.csproj
#:property PublishAot=false

// Everything a run computed, for other programs: a workbook with live formulas, JSON, CSV, the certificate of the run, and what the market made of it.
// dotnet run samples/export.cs
using ProjectFinance;
using ProjectFinance.Deals;
using ProjectFinance.Excel;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

var folder = Directory.CreateTempSubdirectory("project-finance-").FullName;
var deal = DealLayout.Lay(Deal.Read("seeds/illinois-creek-1996-07.json"), Market.Read("seeds/market-1996-2001.json"));
var run = new Runner(deal.Model).Run();

File.WriteAllBytes(Path.Combine(folder, "run.xlsx"), DealWorkbook.Write(run, deal.Deal.Name));
File.WriteAllText(Path.Combine(folder, "run.json"), RunJson.Write(deal, run));
File.WriteAllText(Path.Combine(folder, "run.csv"), RunCsv.Write(run));
var certificate = RunCertificate.Of(deal, run);
File.WriteAllText(Path.Combine(folder, "run.certificate.json"), certificate.ToJson());
foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal)) Console.WriteLine(Path.GetFileName(file));
Console.WriteLine(certificate == RunCertificate.Read(Path.Combine(folder, "run.certificate.json")));

var planned = ComparedRun.Of(deal.Deal);
var came = new ComparedRun(deal, run);
foreach (var change in Attribution.Between(planned, came, ChosenOutput.Parse("total Project loan / Interest paid")).Shares)
    Console.WriteLine(FormattableString.Invariant($"{change.Title}: {change.Share:N2}"));
Directory.Delete(folder, recursive: true);
