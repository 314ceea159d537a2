namespace ProjectFinance;

/// <summary>The units most deals need. Others come from <see cref="Unit.Parse"/> or from products and quotients of these.</summary>
public static class Units
{
    /// <summary>United States dollar.</summary>
    public static Unit Usd { get; } = Unit.Parse("USD");

    /// <summary>Canadian dollar.</summary>
    public static Unit Cad { get; } = Unit.Parse("CAD");

    /// <summary>Pound sterling.</summary>
    public static Unit Gbp { get; } = Unit.Parse("GBP");

    /// <summary>Euro.</summary>
    public static Unit Eur { get; } = Unit.Parse("EUR");

    /// <summary>Fine troy ounce of gold (XAU), written "oz".</summary>
    public static Unit GoldOunce { get; } = Unit.Parse("oz");

    /// <summary>Fine troy ounce of silver (XAG), written "oz Ag".</summary>
    public static Unit SilverOunce { get; } = Unit.Parse("oz Ag");

    /// <summary>One share of stock.</summary>
    public static Unit Share { get; } = Unit.Parse("share");

    /// <summary>One calendar day; dates that differ by scenario are counted in days from the start of the timeline.</summary>
    public static Unit Day { get; } = Unit.Parse("day");
}
