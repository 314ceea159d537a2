using System.Text;

namespace ProjectFinance.Tests.Calculations;

/// <summary>Requests one a line: in order, whatever the pieces in which they arrive.</summary>
public sealed class RequestLinesTests
{
    const string Request = """{"id":1,"fn":"days","start":"2026-01-01","end":"2026-01-31","dayCount":"ACT/360"}""";
    const string Answer = """{"id":1,"value":30}""";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Lines_WithEitherEnding_AreAnsweredInOrder(string ending)
    {
        var requests = Enumerable.Range(0, 5000).Select(id => Request.Replace("\"id\":1,", $"\"id\":{id},", StringComparison.Ordinal));
        var answers = Answered(string.Concat(requests.Select(request => request + ending)));
        Assert.Equal(Enumerable.Range(0, 5000).Select(id => $$"""{"id":{{id}},"value":30}"""), answers);
    }

    [Fact]
    public void LastLine_WithoutAnEnding_IsAnsweredToo() => Assert.Equal([Answer, Answer], Answered($"{Request}\n{Request}"));

    [Fact]
    public void Input_WithoutLines_HasNoAnswers() => Assert.Empty(Answered(""));

    [Fact]
    public void ByteOrderMark_AtTheStart_IsSkipped() => Assert.Equal([Answer], Answered("\uFEFF" + Request));

    [Fact]
    public void Lines_ThatCannotBeUsed_DoNotStopTheOthers()
    {
        var answers = Answered($"{Request}\nnonsense\n\n{Request}\n");
        Assert.Equal(4, answers.Length);
        Assert.Equal((Answer, Answer), (answers[0], answers[3]));
        Assert.All(answers[1..3], answer => Assert.StartsWith("{\"id\":null,\"error\":", answer, StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_ThatAreNoText_AreAnsweredByAnError()
    {
        byte[] line = [.. "{\"fn\":\""u8, 0xFF, 0xFE, .. "\"}\n"u8, .. Encoding.UTF8.GetBytes(Request)];
        using var answers = new MemoryStream();
        CalculationJson.AnswerLines(new MemoryStream(line), answers);
        var lines = Encoding.UTF8.GetString(answers.ToArray()).Split('\n');
        Assert.Contains("it is not UTF-8 text", lines[0], StringComparison.Ordinal);
        Assert.Equal(Answer, lines[1]);
    }

    [Fact]
    public void Line_ThatIsTooLong_IsRefusedAndSkipped()
    {
        using var requests = new LongLine(CalculationJson.LongestLine * 3L, Encoding.UTF8.GetBytes($"\n{Request}\n"));
        using var answers = new MemoryStream();
        CalculationJson.AnswerLines(requests, answers);
        var lines = Encoding.UTF8.GetString(answers.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("longer than 16777216 bytes", lines[0], StringComparison.Ordinal);
        Assert.Equal(Answer, lines[1]);
    }

    [Fact]
    public void Verb_WithoutAForm_SaysWhatToWrite()
    {
        var (code, output, error) = Cli.CommandLineTrial.Run("eval");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("eval --jsonl", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Verb_WithRequests_AnswersThem()
    {
        using var answers = new MemoryStream();
        int code = ProjectFinance.Cli.CommandLine.Run(["eval", "--jsonl"], TextWriter.Null, TextWriter.Null, requests: new MemoryStream(Encoding.UTF8.GetBytes(Request)), answers: answers);
        Assert.Equal((0, Answer + "\n"), (code, Encoding.UTF8.GetString(answers.ToArray())));
    }

    // In pieces of every length up to some, so that lines end anywhere.
    static string[] Answered(string requests)
    {
        var results = new[] { 1, 7, 4096, int.MaxValue }.Select(piece =>
        {
            using var answers = new MemoryStream();
            CalculationJson.AnswerLines(new Pieces(Encoding.UTF8.GetBytes(requests), piece), answers);
            return Encoding.UTF8.GetString(answers.ToArray());
        }).ToList();
        Assert.All(results, result => Assert.Equal(results[0], result));
        Assert.True(results[0].Length == 0 || results[0].EndsWith('\n'));
        return results[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    sealed class Pieces(byte[] bytes, int length) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, length));
    }

    /// <summary>Blanks without an end, and then something.</summary>
    sealed class LongLine(long blanks, byte[] then) : MemoryStream(then)
    {
        long left = blanks;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (left == 0) return base.Read(buffer, offset, count);
            int piece = (int)Math.Min(left, count);
            buffer.AsSpan(offset, piece).Fill((byte)' ');
            left -= piece;
            return piece;
        }
    }
}
