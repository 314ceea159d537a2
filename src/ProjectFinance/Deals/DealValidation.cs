namespace ProjectFinance.Deals;
static class DealValidation { internal static IEnumerable<Problem> Problems(Deal deal) => []; }
