using System.Collections.Concurrent;
using ProjectFinance.Deals;

namespace ProjectFinance.Tests.Excel;

/// <summary>The workbooks of the reference deals, each written once for all tests.</summary>
static class SeedBooks
{
    /// <summary>The reference deal with what happened up to the end of 1996.</summary>
    public const string Locked = "locked history";

    static readonly Market Known = Market.Read(Repository.PathOf("seeds", "market-1996-2001.json"));

    static readonly ConcurrentDictionary<string, Lazy<Exported>> books = new(StringComparer.Ordinal);

    /// <summary>The workbook of a file in seeds, or of locked history.</summary>
    public static Exported Of(string deal) => books.GetOrAdd(deal, name => new(() => new(Lay(name)))).Value;

    static Model Lay(string deal) => deal == Locked
        ? DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json")), Known, actuals: Actuals.Read(Repository.PathOf("samples", "actuals-1996.csv"))).Model
        : DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", $"{deal}.json")), Known).Model;
}
