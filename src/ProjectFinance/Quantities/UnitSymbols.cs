using System.Collections.Frozen;

namespace ProjectFinance;

/// <summary>The symbols a unit can be made of.</summary>
static class UnitSymbols
{
    /// <summary>ISO 4217 codes of currencies in use, and of those that the euro replaced.</summary>
    const string CurrencyCodes =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK " +
        "DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW " +
        "KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR " +
        "PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES " +
        "VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL ATS BEF DEM ESP FIM FRF GRD IEP ITL LUF NLG PTE";

    static readonly FrozenSet<string> Currencies = CurrencyCodes.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["oz"] = "oz", ["XAU"] = "oz", ["oz Au"] = "oz", ["oz Ag"] = "oz Ag", ["XAG"] = "oz Ag",
        ["share"] = "share", ["shares"] = "share", ["day"] = "day", ["days"] = "day", ["year"] = "year", ["years"] = "year",
        ["t"] = "t", ["tonne"] = "t", ["tonnes"] = "t", ["st"] = "st", ["short ton"] = "st", ["short tons"] = "st",
        ["MWh"] = "MWh", ["bbl"] = "bbl", ["lb"] = "lb", ["m3"] = "m3",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static bool IsCurrency(string symbol) => Currencies.Contains(symbol);

    internal static IEnumerable<string> Known => Others.Keys.Concat(Currencies).Order(StringComparer.Ordinal);

    internal static Unit Parse(string text)
    {
        var unit = Unit.None;
        bool below = false;
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('/' or '*')) continue;
            var factor = One(text[start..i].Trim(), text);
            unit = below ? unit / factor : unit * factor;
            below = i < text.Length && text[i] == '/';
            start = i + 1;
        }
        return unit;
    }

    static Unit One(string symbol, string whole)
    {
        if (symbol is "1" || (symbol.Length == 0 && whole.Trim().Length == 0)) return Unit.None;
        if (Currencies.Contains(symbol)) return Unit.Base(symbol);
        if (Others.TryGetValue(symbol, out var canonical)) return Unit.Base(canonical);
        throw InvalidInputException.Of($"Unit '{whole}'", $"'{symbol}' is not a known symbol", Nearest.Hint(symbol, Known));
    }
}
