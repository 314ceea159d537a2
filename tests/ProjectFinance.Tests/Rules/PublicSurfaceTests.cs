namespace ProjectFinance.Tests.Rules;

public class PublicSurfaceTests
{
    // A change of the accepted text is a change for every user: it belongs in the CHANGELOG.
    [Fact]
    public void PublicSurface_OfTheLibrary_IsTheAcceptedOne() => Snapshot.MatchFile(PublicSurface.Of(typeof(Problem).Assembly), "PublicSurface");
}
