namespace ProjectFinance.Time;

/// <summary>Reads conventions by their usual names.</summary>
public static class Conventions
{
    /// <summary>The business day convention of a name, in capitals or not.</summary>
    /// <param name="name">"None" or "Unadjusted", "Following", "ModifiedFollowing" ("Modified Following", "MODFOLLOWING", "MF"), "Preceding", "ModifiedPreceding", "Nearest".</param>
    /// <exception cref="InvalidInputException">No convention has the name; the message says which ones come near.</exception>
    public static BusinessDayConvention ParseBusinessDay(string name) => Letters(name) switch
    {
        "NONE" or "UNADJUSTED" or "NOADJUST" => BusinessDayConvention.None,
        "FOLLOWING" or "F" => BusinessDayConvention.Following,
        "MODIFIEDFOLLOWING" or "MODFOLLOWING" or "MF" => BusinessDayConvention.ModifiedFollowing,
        "PRECEDING" or "P" => BusinessDayConvention.Preceding,
        "MODIFIEDPRECEDING" or "MODPRECEDING" or "MP" => BusinessDayConvention.ModifiedPreceding,
        "NEAREST" => BusinessDayConvention.Nearest,
        _ => throw InvalidInputException.Of($"Business day convention '{name}'", "no convention has this name", Nearest.Hint(name, Enum.GetNames<BusinessDayConvention>())),
    };

    /// <summary>The stub convention of a name, in capitals or not.</summary>
    /// <param name="name">"None", "ShortFront", "LongFront", "ShortBack", "LongBack"; also "ShortInitial", "LongInitial", "ShortFinal", "LongFinal", "ShortFirst", "LongFirst", "ShortLast", "LongLast".</param>
    /// <exception cref="InvalidInputException">No convention has the name; the message says which ones come near.</exception>
    public static StubConvention ParseStub(string name) => Letters(name) switch
    {
        "NONE" => StubConvention.None,
        "SHORTFRONT" or "SHORTINITIAL" or "SHORTFIRST" or "FRONTSHORT" => StubConvention.ShortFront,
        "LONGFRONT" or "LONGINITIAL" or "LONGFIRST" or "FRONTLONG" => StubConvention.LongFront,
        "SHORTBACK" or "SHORTFINAL" or "SHORTLAST" or "BACKSHORT" => StubConvention.ShortBack,
        "LONGBACK" or "LONGFINAL" or "LONGLAST" or "BACKLONG" => StubConvention.LongBack,
        _ => throw InvalidInputException.Of($"Stub '{name}'", "no stub convention has this name", Nearest.Hint(name, Enum.GetNames<StubConvention>())),
    };

    static string Letters(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(name.Where(char.IsAsciiLetter)).ToUpperInvariant();
    }
}
