using System.Globalization;
using NodaTime;
using ProjectFinance;
using ProjectFinance.Results;
using static ProjectFinance.Units;

// A loan of one line, through the package alone: 19,500,000 at 7.9375 % for 81 days of 360 is 348,257.81.
var model = new Model(Timeline.Quarterly(new LocalDate(1996, 7, 11), new LocalDate(1996, 9, 30)));
var interest = model.Line("Loan / Interest", Usd, t => 19_500_000 * Usd * 0.079375 * (t.Days / 360.0));
var amount = new Runner(model).Run()[interest, model.Periods[0]].ToString("N2", CultureInfo.InvariantCulture);
Console.WriteLine($"Interest for 81 days: USD {amount}");
return amount == "348,257.81" ? 0 : 1;
