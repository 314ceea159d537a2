using ProjectFinance;

Console.WriteLine(new Problem("Facility 'Project loan'", "commitment is -19,500,000 USD", "a commitment must be positive", "facilities[0].commitment"));
