namespace ProjectFinance.Deals.Json;

/// <summary>Writes places in a JSON document as people read them: facilities[0].interest.margin, indices['USD LIBOR 3M'].</summary>
static class JsonPath
{
    /// <summary>The path of a field of the object at a path.</summary>
    public static string Field(string path, string name)
    {
        bool plain = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$');
        if (!plain) return $"{path}['{name}']";
        return path.Length == 0 ? name : $"{path}.{name}";
    }
}
