using System.Globalization;

namespace ProjectFinance.Tests.Excel;

/// <summary>
/// The cells of a workbook computed from the texts of their formulas, in plain doubles: a second program beside LibreOffice, quick enough for hundreds of sets of inputs, which does not round what is
/// nearly equal. It knows nothing of how workbooks are written.
/// </summary>
sealed class CellTable
{
    /// <summary>Enough for a cell that waits for thousands of others.</summary>
    const int StackSize = 512 * 1024 * 1024;

    readonly Dictionary<(string Sheet, int Row, int Column), int> places = [];
    readonly List<(string Sheet, int Row, int Column)> keys = [];
    readonly List<Func<double>?> formulas = [];
    readonly List<double?> held = [];
    readonly Dictionary<string, string> names;
    double[] values = [];
    State[] states = [];

    CellTable(Spreadsheet book) => names = book.Names;

    enum State : byte { New, Open, Done }

    /// <summary>The cells of sheets with lines; pages of text and of totals over whole sheets are left out, and formulas that show texts.</summary>
    public static CellTable Of(Spreadsheet book)
    {
        var table = new CellTable(book);
        foreach (var sheet in book.Sheets.Where(sheet => sheet is not ("Cover" or "Checks" or "Formulas")))
        foreach (var (reference, cell) in book[sheet])
        {
            int place = table.Find(sheet, reference);
            if (cell.Formula?.Contains('"', StringComparison.Ordinal) == true) continue;
            if (cell.Formula is { } formula) table.formulas[place] = CellFormula.Read(formula, sheet, table);
            else table.held[place] = cell.Number;
        }
        return table;
    }

    /// <summary>Computes every cell with some numbers changed.</summary>
    public Func<string, string, double?> Computed(IEnumerable<(string Sheet, string Cell, double Value)> changes)
    {
        values = new double[formulas.Count];
        states = new State[formulas.Count];
        foreach (var (sheet, cell, value) in changes) (values[Find(sheet, cell)], states[Find(sheet, cell)]) = (value, State.Done);
        var thread = new Thread(() => { for (int cell = 0; cell < formulas.Count; cell++) Value(cell); }, StackSize);
        thread.Start();
        thread.Join();
        var found = values;
        return (sheet, cell) => places.TryGetValue(At(sheet, cell), out int place) ? found[place] : null;
    }

    /// <summary>The number of a cell, given one when it is first named.</summary>
    public int Find(string sheet, string reference)
    {
        var key = At(sheet, reference);
        if (places.TryGetValue(key, out int place)) return place;
        places.Add(key, keys.Count);
        keys.Add(key);
        formulas.Add(null);
        held.Add(null);
        return keys.Count - 1;
    }

    public int Named(string name)
    {
        var refers = names[name];
        int mark = refers.LastIndexOf('!');
        return Find(refers[..mark].Trim('\''), refers[(mark + 1)..]);
    }

    public double Value(int cell)
    {
        if (states[cell] == State.Done) return values[cell];
        if (states[cell] == State.Open) throw new InvalidOperationException($"{keys[cell]} depends on itself.");
        states[cell] = State.Open;
        values[cell] = formulas[cell]?.Invoke() ?? held[cell] ?? 0;
        states[cell] = State.Done;
        return values[cell];
    }

    /// <summary>The numbers in a block of cells; cells that hold nothing are passed over.</summary>
    public IEnumerable<double> Held(int from, int to)
    {
        var (sheet, top, left) = keys[from];
        var (_, bottom, right) = keys[to];
        for (int row = top; row <= bottom; row++)
        for (int column = left; column <= right; column++)
            if (places.TryGetValue((sheet, row, column), out int cell) && (formulas[cell] is not null || held[cell] is not null)) yield return Value(cell);
    }

    static (string Sheet, int Row, int Column) At(string sheet, string reference)
    {
        var plain = reference.Replace("$", "", StringComparison.Ordinal);
        int letters = plain.TakeWhile(char.IsAsciiLetter).Count();
        return (sheet, int.Parse(plain.AsSpan(letters), CultureInfo.InvariantCulture), plain.Take(letters).Aggregate(0, (column, letter) => 26 * column + letter - 'A' + 1));
    }
}
