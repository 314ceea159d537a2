using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Modelling;
using ProjectFinance.Time;

namespace ProjectFinance.Hedges;

/// <summary>The prices of a hedged product: on the day, on settlement, on average and forward.</summary>
sealed class HedgedProductLines
{
    readonly HedgeBook book;

    internal HedgedProductLines(Model model, HedgeBook book, HedgedProduct terms, string where, List<Action> later)
    {
        (this.book, Terms) = (book, terms);
        Spot = model.Price(terms.Price);
        Average = AveragePriceLine.Of(model, terms.Price);
        Fixing = book.Fixing switch
        {
            HedgeFixing.BeforeDelivery => model.PriceFixed(terms.Price, book.FixingDays, BusinessCalendar.Union(book.FixingCalendars.AsSpan())),
            HedgeFixing.OnTheDay => Spot,
            HedgeFixing.Average => Average,
            _ => throw new ArgumentOutOfRangeException(nameof(book), book.Fixing, "Not a price to settle against."),
        };
        Contango = HedgeRateLines.Write(model, Name("Contango"), terms.Contango, SourceOf("products"));
        if (terms.Production is { } production) later.Add(() => Production = Find(production, $"{where}.production"));
        later.Add(() => Owed = Gather.Each(terms.Owed, (name, i) => Find(name, $"{where}.owed[{i}]")));

        Line Find(string name, string place)
        {
            var line = AmountLines.Find(model, name, place);
            return line.Unit == terms.Unit ? line
                : throw InvalidInputException.Of($"Line '{name}'", $"it is counted in {line.Unit}", $"it must be in {terms.Unit}, as the product '{terms.Price}'", place);
        }
    }

    internal HedgedProduct Terms { get; }

    /// <summary>The price on each column's last day.</summary>
    internal Line Spot { get; }

    /// <summary>The average price over each column's days.</summary>
    internal Line Average { get; }

    /// <summary>The price that a delivery on a column's last day is settled against.</summary>
    internal Line Fixing { get; }

    /// <summary>The yearly contango at each column's end.</summary>
    internal Func<Period, Formula> Contango { get; }

    /// <summary>What is produced; null where the terms name no line.</summary>
    internal Line? Production { get; private set; }

    /// <summary>What is owed in the product besides.</summary>
    internal IReadOnlyList<Line> Owed { get; private set; } = [];

    /// <summary>The forward price at a column's end for a later date.</summary>
    internal Formula Forward(Period t, LocalDate date) => Spot[t] * (1 + Contango(t) * book.DayCount.YearFraction(t.End, date));

    internal string Name(string title) => $"{book.Name} / {title}, {Terms.Price}";

    internal string SourceOf(string field) => book.Sources.GetValueOrDefault(field, "");
}
